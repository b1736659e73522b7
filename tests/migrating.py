"""Going back to an old layout of the database and forth again, to the newest of every app."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.db.migrations.executor import MigrationExecutor


@contextmanager
def laid_out_as(app: str, name: str) -> Iterator[None]:
    """The database as it was after migration ``name`` of ``app``; afterwards as it is today, whatever happened."""
    try:
        MigrationExecutor(connection).migrate([(app, name)])
        yield
    finally:
        ahead = MigrationExecutor(connection)
        ahead.migrate(ahead.loader.graph.leaf_nodes())
