"""Transactions on our backend of SQLite begin, commit and fail as the framework's do."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from zhongshu.kernel.sqlite3 import base
from zhongshu.org.models import Leave
from zhongshu.platform.accounts.models import User
from zhongshu.platform.notify.models import Outgoing

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps the framework's backend"),
]


def test_what_is_committed_is_in_the_file_and_what_fails_is_not() -> None:
    with transaction.atomic():
        User.objects.create(username="limin", password="!")
        assert connection.connection.in_transaction
    assert not connection.connection.in_transaction
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        User.objects.create(username="chenshu", password="!")
        raise ZeroDivisionError
    assert list(User.objects.values_list("username", flat=True)) == ["limin"]


def test_it_begins_as_a_writer_and_the_log_tells_both_ends() -> None:
    with CaptureQueriesContext(connection) as logged, transaction.atomic():
        User.objects.create(username="limin", password="!")
    words = [one["sql"] for one in logged.captured_queries]
    assert (words[0], words[-1]) == ("BEGIN IMMEDIATE", "COMMIT")


def test_wrappers_see_it_begin() -> None:
    seen = list[str]()

    def watching(execute: Any, sql: str, values: Any, many: bool, context: Any) -> Any:
        seen.append(sql)
        return execute(sql, values, many, context)

    with connection.execute_wrapper(watching), transaction.atomic():
        pass
    assert seen == ["BEGIN IMMEDIATE"]


def test_what_the_commit_finds_broken_is_the_frameworks_error_and_undone() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Leave.objects.create(person_id=99, starts_on="2026-11-22", ends_on="2026-11-23")
    assert not connection.connection.in_transaction
    assert not Leave.objects.exists()


def test_what_waits_for_the_commit_is_done_after_it() -> None:
    done = list[str]()
    with transaction.atomic():
        transaction.on_commit(lambda: done.append("told"))
        assert done == []
    assert done == ["told"]


def test_moments_and_days_come_as_the_framework_makes_them() -> None:
    at = datetime(2026, 11, 23, 1, 2, 3, 4, tzinfo=UTC)
    written = Outgoing.objects.create(person_id=7, subject="matter:1", text="请签收", at=at, leaves_at=at)
    with connection.cursor() as cursor:
        cursor.execute("SELECT at, leaves_at FROM notify_outgoing")
        assert cursor.fetchall() == [(at, at)]
    assert (Outgoing.objects.get().at, Outgoing.objects.get().at.utcoffset()) == (at, timedelta(0))
    written.refresh_from_db()
    assert written.at.tzinfo is UTC


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        (b"2026-11-23 01:02:03", datetime(2026, 11, 23, 1, 2, 3, tzinfo=UTC)),
        (b"2026-11-23 09:02:03+08:00", datetime(2026, 11, 23, 1, 2, 3, tzinfo=UTC)),
        (b"soon", None),
    ],
)
def test_what_another_hand_has_written_is_read_as_before(stored: bytes, read: datetime | None) -> None:
    assert base.moment(stored) == read


def test_a_day_that_is_none_is_nothing() -> None:
    assert (base.day(b"2026-12-31"), base.day(b"soon")) == (date(2026, 12, 31), None)
