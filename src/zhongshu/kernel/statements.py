"""Statements written out by the house, carried out on one cursor of the driver that is kept from one to the next.

The framework makes a cursor for each statement, wraps it twice and reads the words over for their marks: five times
what SQLite needs to find a row by its key. Errors are the framework's, a broken transaction stays broken, wrappers of
statements are asked (one with ``heeds`` only about those that it heeds); where queries are logged, they take the
framework's own way.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import Any

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.sqlite3.base import FORMAT_QMARK_REGEX

from zhongshu.kernel.connected import here

KEPT, NOTHING = "_zhongshu_cursor", (None, None)


def asked(sql: str, values: Sequence[Any] = (), connection: BaseDatabaseWrapper | None = None) -> list[Any]:
    """All rows that ``sql`` gives for ``values`` (marked ``%s``, as the driver wants them); of a write, those it returns."""
    found: list[Any] = _carried_out(sql, values, connection or here()).fetchall()
    return found


def done(sql: str, values: Sequence[Any] = ()) -> int:
    """Carry out a write that returns nothing; how many rows it has touched."""
    return int(_carried_out(sql, values, here()).rowcount)


def _carried_out(sql: str, values: Sequence[Any], connection: Any) -> Any:
    """The cursor on which it was carried out."""
    if connection.health_check_enabled and not connection.health_check_done:
        connection.close_if_health_check_failed()
    if connection.needs_rollback:
        connection.validate_no_broken_transaction()
    opened, cursor = connection.__dict__.get(KEPT, NOTHING)
    if opened is None or opened is not connection.connection:
        cursor = _kept(connection)
    if connection.force_debug_cursor or cursor is None:
        logged = connection.cursor()
        logged.execute(sql, values)
        return logged
    for wrapper in connection.execute_wrappers:
        if getattr(wrapper, "heeds", _everything)(sql):
            _wrapped(sql, values, connection, cursor)
            return cursor
    try:  # as in ``_put``, which a call would make dearer by a fifth
        cursor.execute(_with_question_marks(sql) if connection.vendor == "sqlite" else sql, values)
    except connection.Database.Error:
        with connection.wrap_database_errors:
            raise
    return cursor


def _everything(_sql: str) -> bool:
    """What a wrapper heeds that does not say so itself."""
    return True


def _wrapped(sql: str, values: Sequence[Any], connection: Any, cursor: Any) -> None:
    """Have it carried out within the wrappers of ``connection``."""
    execute: Callable[..., None] = _execute
    for wrapper in reversed(connection.execute_wrappers):
        execute = partial(wrapper, execute)
    execute(sql, values, False, {"connection": connection, "cursor": cursor})


def _execute(sql: str, values: Sequence[Any], _many: bool, context: dict[str, Any]) -> None:
    _put(sql, values, context["connection"], context["cursor"])


def _put(sql: str, values: Sequence[Any], connection: Any, cursor: Any) -> None:
    try:
        cursor.execute(_with_question_marks(sql) if connection.vendor == "sqlite" else sql, values)
    except connection.Database.Error:
        with connection.wrap_database_errors:
            raise


def _kept(connection: BaseDatabaseWrapper) -> Any:
    """A new cursor, kept for as long as the driver's present connection is; None where all queries are logged."""
    connection.ensure_connection()
    cursor = None if settings.DEBUG else connection.connection.cursor()
    connection.__dict__[KEPT] = (connection.connection, cursor)
    return cursor


@lru_cache(maxsize=2000)
def _with_question_marks(sql: str) -> str:
    """As sqlite3 marks places."""
    return FORMAT_QMARK_REGEX.sub("?", sql).replace("%%", "%")
