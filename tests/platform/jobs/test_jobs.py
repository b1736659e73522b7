"""Jobs: handed over after the commit, shown on their way, stopped, begun again, recurring."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import connection, transaction

from tests.platform.jobs.asked import HE, KEEPER, LIN, MONDAY, carried_out, counted
from tests.refusing import refused
from zhongshu.kernel.actors import SYSTEM, Actor
from zhongshu.kernel.refusals import NotFound, Refusal
from zhongshu.platform.jobs import progress as progress_module
from zhongshu.platform.jobs import queries, services, ways
from zhongshu.platform.jobs.declared import job
from zhongshu.platform.jobs.models import JobRun, RunState

pytestmark = pytest.mark.django_db


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


def test_between_its_steps_a_job_lets_those_write_who_wait(monkeypatch, counting):
    """Who waits to write on SQLite looks every tenth of a second only: without a pause a long job shuts everybody out."""
    slept: list[float] = []
    monkeypatch.setattr(progress_module, "time", SimpleNamespace(sleep=slept.append))
    progress = progress_module.Progress(services.ask(counting, actor=LIN, at=MONDAY, upto=3))
    progress.step()
    expected = [True] if connection.vendor == "sqlite" else []
    assert [seconds > 0.1 for seconds in slept] == expected
    progress.step()  # at once behind it: nothing was written meanwhile
    assert len(slept) == len(expected)
