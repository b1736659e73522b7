"""Jobs: handed over after the commit, shown on their way, stopped, begun again, recurring."""

import sqlite3
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction

from tests import world as city
from tests.refusing import refused
from zhongshu.kernel.actors import SYSTEM, Actor
from zhongshu.kernel.refusals import NotFound, Refusal
from zhongshu.platform.jobs import progress as progress_module
from zhongshu.platform.jobs import queries, services, ways
from zhongshu.platform.jobs.declared import JOBS, job
from zhongshu.platform.jobs.models import JobRun, RunState, Turn
from zhongshu.platform.jobs.schedule import SCHEDULE, Rhythm, every
from zhongshu.platform.journal.models import Entry

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 6, 15, 1, 30, tzinfo=UTC)
LIN = Actor(person_id=1, name="林督办")
HE = Actor(person_id=2, name="何收文")
KEEPER = Actor(person_id=None, name="系统管理员", admin_role="system")
counted = []


@pytest.fixture(autouse=True)
def at_once(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    before, rhythms = dict(JOBS), dict(SCHEDULE)
    counted.clear()
    yield
    for table, kept in ((JOBS, before), (SCHEDULE, rhythms)):
        table.clear()
        table.update(kept)


@pytest.fixture
def counting():
    @job("tests.count", "点数")
    def count(progress, upto):
        progress.expect(upto)
        for number in range(upto):
            counted.append(number)
            progress.step()
        return {"url": "/m/", "text": f"{upto} 件"}

    return count


def carried_out(wanted, capture, *, actor=LIN, **args):
    with capture(execute=True):
        run = services.ask(wanted, actor=actor, at=MONDAY, **args)
    run.refresh_from_db()
    return run


def test_is_done_after_the_commit_and_keeps_what_came_of_it(counting, django_capture_on_commit_callbacks):
    run = carried_out(counting, django_capture_on_commit_callbacks, upto=3)
    assert (run.state, run.done, run.total, run.attempts) == (RunState.DONE, 3, 3, 1)
    part = queries.as_part(run)
    assert (part.finished, part.result_url, part.result_text) == (True, "/m/", "3 件")


def test_nothing_is_begun_when_the_transaction_is_rolled_back(counting, django_capture_on_commit_callbacks):
    with (
        django_capture_on_commit_callbacks(execute=True),
        pytest.raises(ZeroDivisionError),
        transaction.atomic(),
    ):
        services.ask(counting, actor=LIN, at=MONDAY, upto=3)
        raise ZeroDivisionError
    assert (counted, JobRun.objects.count()) == ([], 0)


def test_asking_twice_for_the_same_gives_the_same_run(counting):
    first = services.ask(counting, actor=LIN, at=MONDAY, upto=3)
    assert services.ask("tests.count", actor=LIN, at=MONDAY, upto=3) == first
    assert services.ask(counting, actor=LIN, at=MONDAY, upto=4) != first
    assert services.ask(counting, actor=HE, at=MONDAY, upto=3) != first


def test_a_run_handed_over_twice_is_done_once(counting):
    run = services.ask(counting, actor=LIN, at=MONDAY, upto=2)
    services.carry_out(run.pk, at=MONDAY)
    services.carry_out(run.pk, at=MONDAY)
    assert counted == [0, 1]


def test_a_refusal_is_the_outcome_and_is_shown(django_capture_on_commit_callbacks):
    @job("tests.refuse", "退回")
    def refuse(progress):
        raise Refusal("no_rows", "表中没有数据。", hint="请检查后再导入。")

    run = carried_out(refuse, django_capture_on_commit_callbacks)
    assert (run.state, run.error) == (RunState.FAILED, "表中没有数据。请检查后再导入。")


def test_what_nobody_foresaw_is_noted_without_its_innards_and_raised():
    @job("tests.break", "出错")
    def fall(progress):
        raise KeyError("secret-value")

    run = services.ask(fall, actor=LIN, at=MONDAY)
    with pytest.raises(KeyError):
        services.carry_out(run.pk, at=MONDAY)
    run.refresh_from_db()
    assert run.state == RunState.FAILED
    assert "系统管理员" in run.error
    assert "secret-value" not in run.error


def test_a_waiting_job_is_cancelled_at_once(counting):
    run = services.ask(counting, actor=LIN, at=MONDAY, upto=3)
    assert services.cancel(actor=LIN, run_id=run.pk, at=MONDAY).state == RunState.CANCELLED
    services.carry_out(run.pk, at=MONDAY)
    assert counted == []


def test_a_running_job_stops_at_its_next_step(monkeypatch):
    monkeypatch.setattr(progress_module, "_BETWEEN_WRITES", timedelta(0))

    @job("tests.long", "长任务")
    def long(progress):
        progress.step(5)
        services.cancel(actor=LIN, run_id=progress.run_id, at=MONDAY)
        progress.step()
        counted.append("too far")

    run = services.ask(long, actor=LIN, at=MONDAY)
    services.carry_out(run.pk, at=MONDAY)
    run.refresh_from_db()
    assert (run.state, counted) == (RunState.CANCELLED, [])


def test_only_its_owner_and_the_system_administrator_see_a_run(counting):
    run = services.ask(counting, actor=LIN, at=MONDAY, upto=1)
    assert queries.get(LIN, run.pk) == queries.get(KEEPER, run.pk) == run
    with refused("no_such_job", NotFound):
        queries.get(HE, run.pk)
    with refused("no_such_job", NotFound):
        services.cancel(actor=HE, run_id=run.pk, at=MONDAY)


def test_a_run_in_a_transaction_is_seen_and_stopped_beside_the_database(monkeypatch):
    monkeypatch.setattr(progress_module, "_BETWEEN_WRITES", timedelta(0))
    seen = []

    @job("tests.whole", "整批")
    def whole(progress):
        progress.expect(9)
        progress.enclose()
        progress.within(4)
        run = JobRun.objects.get(pk=progress.run_id)
        seen.append((run.done, queries.done_of(run), queries.as_part(run).done))
        services.cancel(actor=LIN, run_id=run.pk, at=MONDAY)
        progress.within()
        counted.append("too far")

    run = services.ask(whole, actor=LIN, at=MONDAY)
    services.carry_out(run.pk, at=MONDAY)
    run.refresh_from_db()
    assert (run.state, run.done, counted, seen) == (RunState.CANCELLED, 5, [], [(0, 4, 4)])
    assert (ways.told(run.pk), ways.is_to_stop(run.pk)) == (None, False)


def test_a_run_that_tells_its_way_beside_the_database_is_alive(settings):
    job("tests.fragile", "易碎")(lambda progress: None)
    run = services.ask("tests.fragile", actor=LIN, at=MONDAY)
    JobRun.objects.filter(pk=run.pk).update(state=RunState.RUNNING, beat_at=MONDAY, attempts=1)
    ways.tell(run.pk, 3)
    heard = ways.heard_at(run.pk)
    services.tick(at=heard + timedelta(minutes=14))
    run.refresh_from_db()
    assert run.state == RunState.RUNNING
    services.tick(at=heard + timedelta(minutes=16))
    run.refresh_from_db()
    assert run.state == RunState.FAILED


def test_what_came_to_nothing_leaves_no_file_and_what_came_to_something_is_kept_a_week():
    @job("tests.file", "出文件")
    def write(progress, refused):
        progress.product("表.csv").write_text("甲")
        if refused:
            raise Refusal("no_rows", "表中没有数据。")

    runs = [services.ask(write, actor=LIN, at=MONDAY, refused=refused) for refused in (True, False)]
    for run in runs:
        services.carry_out(run.pk, at=MONDAY)
    assert [ways.place(run.pk).exists() for run in runs] == [False, True]
    path, name = queries.product_of(LIN, runs[1].pk)
    assert (path.read_text(), name) == ("甲", "表.csv")
    ended = JobRun.objects.get(pk=runs[1].pk).ended_at
    services.prune(at=ended + timedelta(days=8))
    assert not path.exists()
    with refused("no_such_product", NotFound):
        queries.product_of(LIN, runs[1].pk)


def test_an_account_s_runs_are_its_own_whoever_it_stands_in_for(counting):
    account = Actor(person_id=1, name="林督办", user_id=7)
    run = services.ask(counting, actor=account, at=MONDAY, upto=1)
    assert queries.get(Actor(person_id=None, name="lin", user_id=7), run.pk) == run
    assert queries.recent(account) == [run]
    with refused("no_such_job", NotFound):
        queries.get(Actor(person_id=1, name="林督办", user_id=8), run.pk)


def test_what_was_asked_is_forgotten_when_it_is_over(counting):
    run = services.ask(counting, actor=LIN, at=MONDAY, upto=2)
    services.carry_out(run.pk, at=MONDAY)
    run.refresh_from_db()
    assert run.args == {}


def test_nobody_without_a_person_sees_the_runs_of_the_system(counting):
    run = services.ask(counting, actor=SYSTEM, at=MONDAY, upto=1)
    with refused("no_such_job", NotFound):
        queries.get(Actor(person_id=None, name="安全管理员", admin_role="security"), run.pk)


def test_what_the_queue_lost_is_handed_over_again(counting, django_capture_on_commit_callbacks):
    run = services.ask(counting, actor=LIN, at=MONDAY, upto=2)
    with django_capture_on_commit_callbacks(execute=True):
        services.tick(at=MONDAY + timedelta(minutes=1))
    assert counted == []
    with django_capture_on_commit_callbacks(execute=True):
        services.tick(at=MONDAY + timedelta(minutes=3))
    run.refresh_from_db()
    assert (counted, run.state) == ([0, 1], RunState.DONE)


@pytest.mark.parametrize(("attempts", "state"), [(1, RunState.FAILED), (2, RunState.QUEUED)])
def test_a_run_whose_worker_died_is_begun_again_only_where_that_is_harmless(attempts, state):
    job("tests.fragile", "易碎", attempts=attempts)(lambda progress: None)
    run = services.ask("tests.fragile", actor=LIN, at=MONDAY)
    JobRun.objects.filter(pk=run.pk).update(state=RunState.RUNNING, beat_at=MONDAY, attempts=1)
    services.tick(at=MONDAY + timedelta(minutes=14))
    run.refresh_from_db()
    assert run.state == RunState.RUNNING
    services.tick(at=MONDAY + timedelta(minutes=16))
    run.refresh_from_db()
    assert run.state == state


def test_a_recurring_job_takes_its_turn_once(django_capture_on_commit_callbacks):
    SCHEDULE.clear()

    @every("tests.hourly", minutes=60)
    def hourly(at):
        counted.append(at)

    for minutes in (0, 1, 59, 60, 61):
        with django_capture_on_commit_callbacks(execute=True):
            services.tick(at=MONDAY + timedelta(minutes=minutes))
    assert len(counted) == 2
    assert Turn.objects.get().next_at == MONDAY + timedelta(minutes=120)


def test_daily_means_the_time_of_beijing():
    rhythm = Rhythm(daily=datetime(2026, 1, 1, 2, 30).time())
    assert rhythm.first(MONDAY) == datetime(2026, 6, 15, 18, 30, tzinfo=UTC)
    assert rhythm.after(datetime(2026, 6, 15, 18, 30, tzinfo=UTC)) == datetime(
        2026, 6, 16, 18, 30, tzinfo=UTC
    )


def test_the_house_seals_sweeps_digests_and_backs_up_by_itself():
    assert {"journal.seal", "files.sweep", "notify.digest", "jobs.back_up", "jobs.prune"} <= set(SCHEDULE)


def test_old_runs_are_forgotten_recurring_ones_sooner(counting):
    for actor in (LIN, SYSTEM):
        services.cancel(
            actor=actor, run_id=services.ask(counting, actor=actor, at=MONDAY, upto=1).pk, at=MONDAY
        )
    assert services.prune(at=MONDAY + timedelta(days=8)) == 1
    assert JobRun.objects.get().started_by == LIN.person_id
    assert services.prune(at=MONDAY + timedelta(days=91)) == 1


@pytest.mark.django_db(transaction=True)
def test_a_backup_is_a_whole_database_and_the_oldest_go(settings, tmp_path):
    if connection.vendor != "sqlite":
        pytest.skip("a dump of PostgreSQL is tried in test_dump")
    settings.BACKUPS_ROOT, settings.BACKUPS_KEPT = tmp_path, 2
    JobRun.objects.create(name="tests.kept", fingerprint="x", asked_at=MONDAY)
    made = [services.back_up(at=MONDAY + timedelta(days=day)) for day in range(3)]
    assert sorted(tmp_path.iterdir()) == made[1:]
    copy = sqlite3.connect(made[-1])
    assert copy.execute("SELECT name FROM jobs_jobrun").fetchall() == [("tests.kept",)]
    copy.close()


@pytest.mark.django_db(transaction=True)
def test_dump(settings, tmp_path):
    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL is dumped")
    settings.BACKUPS_ROOT, settings.BACKUPS_KEPT = tmp_path, 2
    assert services.back_up(at=MONDAY).read_bytes()[:5] == b"PGDMP"
    assert not Entry.objects.exists()


def test_the_system_administrator_begins_a_recurring_job_before_its_turn(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        services.begin_now(actor=KEEPER, name="jobs.prune", at=MONDAY)
    assert JobRun.objects.get().state == RunState.DONE
    assert Entry.objects.get().verb == "jobs.began_now"
    with refused("no_such_page", NotFound):
        services.begin_now(actor=LIN, name="jobs.prune", at=MONDAY)
    with refused("no_such_job", NotFound):
        services.begin_now(actor=KEEPER, name="jobs.nothing", at=MONDAY)


class TestPages:
    def test_the_system_page_is_the_system_administrators_alone(self, world):
        services.tick(at=MONDAY)
        page = world.client(city.LUO_KAI).get("/jobs/system/")
        assert "备份数据库" in page.content.decode()
        assert world.client(city.HAN_BING).get("/jobs/system/").status_code == 404

    def test_htmx_gets_the_bar_alone_and_a_program_gets_json(self, world, counting):
        run = services.ask(counting, actor=world.actor(city.LI_MIN), at=MONDAY, upto=3)
        client = world.client(city.LI_MIN)
        whole = client.get(f"/jobs/{run.pk}/").content.decode()
        part = client.get(f"/jobs/{run.pk}/", headers={"HX-Request": "true"}).content.decode()
        assert 'id="job"' in part
        assert "<html" in whole
        assert "<html" not in part
        assert client.get(f"/jobs/{run.pk}.json").json()["state"] == "queued"
        client.post(f"/jobs/{run.pk}/cancellation/")
        assert client.get(f"/jobs/{run.pk}.json").json()["state"] == "cancelled"
        assert "点数" in client.get("/jobs/").content.decode()
