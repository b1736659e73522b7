"""The index of each database behind one face. The rest of the app does not know which it talks to."""

from django.db import connection

from zhongshu.platform.search.indexes.face import Index
from zhongshu.platform.search.indexes.postgres import PostgresIndex
from zhongshu.platform.search.indexes.sqlite import SqliteIndex


def index() -> Index:
    """The index of the database in use."""
    return PostgresIndex() if connection.vendor == "postgresql" else SqliteIndex()
