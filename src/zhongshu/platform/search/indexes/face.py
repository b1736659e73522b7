from collections.abc import Iterable
from typing import Any, Protocol

from django.db import connection

Row = tuple[int, str]
Parameters = list[Any]


class Index(Protocol):
    """What an index can do. Texts and words are given folded (``spelling``); there is at least one word."""

    def put(self, rows: Iterable[Row]) -> None:
        """Add texts of documents not yet in the index."""

    def drop(self, doc_id: int, folded: str) -> None:
        """Take a document out; ``folded`` is the text under which it was put."""

    def newest(self, wanted: list[str], below: int | None, limit: int) -> list[int]:
        """Documents with all ``wanted`` words, highest id first."""

    def next_newer(self, wanted: list[str], above: int, limit: int) -> list[int]:
        """Documents with all ``wanted`` words and an id more than ``above``, lowest id first."""

    def reaching(self, wanted: list[str], above: int, limit: int) -> list[int]:
        """The same for words that are long and rare, all of them documents not far above ``above``."""

    def among(self, wanted: list[str], asked: list[int]) -> list[int]:
        """Those of ``asked`` with all ``wanted`` words."""

    def count(self, wanted: list[str], cap: int) -> int:
        """How many documents have all ``wanted`` words, up to ``cap``."""


def first_column(sql: str, parameters: Parameters) -> list[int]:
    """First column of the answer. The SQL is ours; all that anybody typed is a parameter."""
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return [row[0] for row in cursor.fetchall()]


def execute_many(sql: str, rows: Iterable[tuple[Any, ...]]) -> None:
    """The same statement for each row."""
    with connection.cursor() as cursor:
        cursor.executemany(sql, list(rows))


def marks(count: int) -> str:
    """So many places for parameters."""
    return ",".join(["%s"] * count)
