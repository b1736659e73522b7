"""SQLite as the framework speaks to it; only that a transaction begins and ends without the framework's detours.

And that a day or a moment is read once, however many rows it stands in; a moment comes aware, in UTC, as the framework
would make it afterwards.
"""

import sqlite3
from datetime import UTC, date, datetime
from functools import lru_cache

from django.db.backends.sqlite3.base import DatabaseWrapper as Framework
from django.utils.dateparse import parse_date, parse_datetime

from zhongshu.kernel import statements

KEPT = 2000


@lru_cache(KEPT)
def day(stored: bytes) -> date | None:
    """The day that stands in a column of days."""
    return parse_date(stored.decode())


@lru_cache(KEPT)
def moment(stored: bytes) -> datetime | None:
    """The moment that stands in a column of moments; they are kept in UTC."""
    read = parse_datetime(stored.decode())
    return read if read is None or read.tzinfo else datetime.combine(read, read.time(), UTC)


sqlite3.register_converter("date", day)
sqlite3.register_converter("datetime", moment)
sqlite3.register_converter("timestamp", moment)


class DatabaseWrapper(Framework):
    """The framework's connection, whose beginnings and commits go to the driver at once.

    The framework makes a cursor for each BEGIN and a log for each COMMIT, and looks for an event loop before both: four
    times what SQLite does for them. Where queries are logged, they still take its way.
    """

    def ensure_connection(self) -> None:
        """Open it where it is not open yet."""
        if self.connection is None:
            super().ensure_connection()

    def _start_transaction_under_autocommit(self) -> None:
        mode: str | None = self.transaction_mode  # type: ignore[attr-defined]
        statements.asked(f"BEGIN {mode}" if mode else "BEGIN", (), self)

    def _commit(self) -> None:
        if self.connection is None or self.queries_logged:
            super()._commit()  # type: ignore[misc]
            return
        try:
            self.connection.commit()
        except self.Database.Error:
            with self.wrap_database_errors:
                raise
