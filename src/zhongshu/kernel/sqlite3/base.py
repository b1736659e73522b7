"""SQLite as the framework speaks to it; only that a transaction begins and ends without the framework's detours."""

from django.db.backends.sqlite3.base import DatabaseWrapper as Framework

from zhongshu.kernel import statements


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
