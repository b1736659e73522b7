"""The index of each database behind one face. The rest of the app does not know which it talks to."""

from collections.abc import Iterable
from typing import Any, Protocol

from django.db import connection

from zhongshu.platform.search.spelling import grams, phrases, tokens

Row = tuple[int, str]
Parameters = list[Any]


class Index(Protocol):
    """What an index can do. Texts are given folded (``spelling.searchable``)."""

    def put(self, rows: Iterable[Row]) -> None:
        """Add texts of documents not yet in the index."""

    def drop(self, doc_id: int, folded: str) -> None:
        """Take a document out; ``folded`` is the text under which it was put."""

    def condition(self, wanted: list[str]) -> tuple[str, Parameters]:
        """SQL that holds for rows of ``table`` with all ``wanted`` words."""

    table: str
    key: str


class SqliteIndex:
    """FTS5 without content, a token for each character, phrases: exact, and small."""

    table = "search_text"
    key = "rowid"

    def put(self, rows: Iterable[Row]) -> None:
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO search_text(rowid, body) VALUES (%s, %s)",
                [(doc_id, tokens(folded)) for doc_id, folded in rows],
            )

    def drop(self, doc_id: int, folded: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO search_text(search_text, rowid, body) VALUES ('delete', %s, %s)",
                [doc_id, tokens(folded)],
            )

    def condition(self, wanted: list[str]) -> tuple[str, Parameters]:
        return "search_text MATCH %s", [phrases(wanted)]


class PostgresIndex:
    """Characters and pairs of neighbours under GIN; what they find is checked again in the text.

    The pairs are made by the database (function ``search_grams``) and stored in the index alone.
    """

    table = "search_text"
    key = "doc_id"

    def put(self, rows: Iterable[Row]) -> None:
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO search_text(doc_id, body) VALUES (%s, %s) "
                "ON CONFLICT (doc_id) DO UPDATE SET body = excluded.body",
                list(rows),
            )

    def drop(self, doc_id: int, folded: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM search_text WHERE doc_id = %s", [doc_id])

    def condition(self, wanted: list[str]) -> tuple[str, Parameters]:
        needed = sorted({gram for word in wanted for gram in grams(word)})
        sql = "search_grams(body) @> %s::text[]" + " AND strpos(body, %s) > 0" * len(wanted)
        return sql, [needed, *wanted]


def index() -> Index:
    """The index of the database in use."""
    return PostgresIndex() if connection.vendor == "postgresql" else SqliteIndex()
