"""Statements over the kept cursor behave as those of the framework do."""

from typing import Any

import pytest
from django.db import IntegrityError, OperationalError, ProgrammingError, connection, transaction
from django.test.utils import CaptureQueriesContext

from zhongshu.kernel import statements
from zhongshu.platform.usecases.models import Receipt

pytestmark = pytest.mark.django_db

TABLE = Receipt._meta.db_table
WRITTEN = (
    f"INSERT INTO {TABLE} (use_case, actor_id, key, fingerprint, at) VALUES (%s, %s, %s, 'f', '2026-11-22')"
)
KEYS = f"SELECT key FROM {TABLE} WHERE use_case = %s ORDER BY key"


def test_rows_are_written_counted_and_read() -> None:
    assert statements.done(WRITTEN, ["approvals.agree", 7, "李敏"]) == 1
    assert statements.done(WRITTEN, ["approvals.agree", 7, "陈述"]) == 1
    assert sorted(statements.asked(KEYS, ["approvals.agree"])) == [("李敏",), ("陈述",)]
    assert statements.done(f"DELETE FROM {TABLE} WHERE use_case = %s", ["approvals.agree"]) == 2
    assert statements.asked(KEYS, ["approvals.agree"]) == []


def test_a_sign_of_per_cent_is_told_twice_as_everywhere() -> None:
    statements.done(WRITTEN, ["approvals.agree", 7, "李敏"])
    found = statements.asked(
        f"SELECT key FROM {TABLE} WHERE use_case LIKE 'approvals%%' AND actor_id = %s", [7]
    )
    assert found == [("李敏",)]


def test_what_a_constraint_forbids_is_the_frameworks_error_and_undone_with_its_block() -> None:
    statements.done(WRITTEN, ["approvals.agree", 7, "李敏"])
    with pytest.raises(IntegrityError), transaction.atomic():
        statements.done(WRITTEN, ["approvals.agree", 7, "陈述"])
        statements.done(WRITTEN, ["approvals.agree", 7, "李敏"])
    assert statements.asked(KEYS, ["approvals.agree"]) == [("李敏",)]


def test_nothing_is_carried_out_in_a_broken_transaction() -> None:
    with pytest.raises(transaction.TransactionManagementError), transaction.atomic():
        with pytest.raises((ProgrammingError, OperationalError)), transaction.atomic(savepoint=False):
            statements.asked("SELECT nothing FROM nowhere")
        statements.done(WRITTEN, ["approvals.agree", 7, "李敏"])
    assert not Receipt.objects.exists()


def test_wrappers_and_logs_see_every_statement() -> None:
    seen = list[str]()

    def watching(execute: Any, sql: str, values: Any, many: bool, context: Any) -> Any:
        seen.append(sql)
        return execute(sql, values, many, context)

    with connection.execute_wrapper(watching):
        statements.asked(KEYS, ["approvals.agree"])
    with CaptureQueriesContext(connection) as logged:
        statements.asked(KEYS, ["approvals.agree"])
    assert seen == [KEYS]
    assert len(logged) == 1


def test_the_cursor_of_a_connection_that_is_gone_is_not_used_again() -> None:
    statements.done(WRITTEN, ["approvals.agree", 7, "李敏"])
    connection.__dict__[statements.KEPT] = (object(), None)
    assert statements.asked(KEYS, ["approvals.agree"]) == [("李敏",)]


def test_a_wrapper_that_heeds_some_is_asked_about_these_and_another_about_all() -> None:
    class Heeding:
        def __init__(self) -> None:
            self.seen = list[str]()

        def heeds(self, sql: str) -> bool:
            return sql.startswith("INSERT")

        def __call__(self, execute: Any, sql: str, values: Any, many: bool, context: Any) -> Any:
            self.seen.append(sql)
            return execute(sql, values, many, context)

    some, more = Heeding(), Heeding()
    with connection.execute_wrapper(some):
        statements.asked(KEYS, ["approvals.agree"])
        statements.done(WRITTEN, ["approvals.agree", 7, "李敏"])
    more.heeds = lambda _sql: True  # type: ignore[method-assign]
    with connection.execute_wrapper(more):
        statements.asked(KEYS, ["approvals.agree"])
    assert (some.seen, more.seen) == ([WRITTEN], [KEYS])
