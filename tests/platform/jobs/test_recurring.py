"""Jobs that come round by themselves: each turn once, in the time of Beijing, and what they leave."""

import sqlite3
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from tests.platform.jobs.asked import KEEPER, LIN, MONDAY, counted
from tests.refusing import refused
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.refusals import NotFound
from zhongshu.platform.jobs import services
from zhongshu.platform.jobs.models import JobRun, RunState, Turn
from zhongshu.platform.jobs.schedule import SCHEDULE, Rhythm, every
from zhongshu.platform.journal.models import Entry

pytestmark = pytest.mark.django_db


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
