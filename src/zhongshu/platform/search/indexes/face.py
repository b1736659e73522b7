from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from django.db import connection

from zhongshu.kernel import statements
from zhongshu.kernel.spelled import AT_ONCE, together

Row = tuple[int, str]
Parameters = list[Any]


class Index(Protocol):
    """What an index can do. Texts and words are given folded (``spelling``); there is at least one word."""

    def put(self, rows: Iterable[Row]) -> None:
        """Add texts of documents not yet in the index."""

    def drop(self, rows: Sequence[tuple[int, str]]) -> None:
        """Take documents out, each with the text under which it was put."""

    def newest(self, wanted: list[str], below: int | None, limit: int) -> list[int]:
        """Documents with all ``wanted`` words, highest id first."""

    def next_newer(self, wanted: list[str], above: int, limit: int) -> list[int]:
        """Documents with all ``wanted`` words and an id more than ``above``, lowest id first."""

    def reaching(self, many: list[list[str]], above: int, limit: int) -> list[list[int]]:
        """The same for each of ``many``, in as few statements as can be: words that are long and rare, all of them
        documents not far above ``above``."""

    def among(self, wanted: list[str], asked: list[int]) -> list[int]:
        """Those of ``asked`` with all ``wanted`` words."""

    def count(self, wanted: list[str], cap: int) -> int:
        """How many documents have all ``wanted`` words, up to ``cap``."""


def first_column(sql: str, parameters: Parameters) -> list[int]:
    """First column of the answer. The SQL is ours; all that anybody typed is a parameter."""
    return [row[0] for row in statements.asked(sql, parameters)]


def first_columns(asked: Sequence[tuple[str, Parameters]]) -> list[list[int]]:
    """The first column of each answer, those of one SQL asked together."""
    found: list[list[int]] = [[] for _one in asked]
    for sql in dict.fromkeys(sql for sql, _parameters in asked):
        places = [place for place, one in enumerate(asked) if one[0] == sql]
        for first in range(0, len(places), AT_ONCE):
            some = places[first : first + AT_ONCE]
            parameters = [told for place in some for told in asked[place][1]]
            for place, doc_id in statements.asked(together(sql, len(some)), parameters):
                found[some[place]].append(doc_id)
    return found


def execute_many(sql: str, rows: Iterable[tuple[Any, ...]]) -> None:
    """The same statement for each row; one alone needs no turns of its own for many."""
    told = list(rows)
    if len(told) == 1:
        statements.done(sql, told[0])
        return
    with connection.cursor() as cursor:
        cursor.executemany(sql, told)


def marks(count: int) -> str:
    """So many places for parameters."""
    return ",".join(["%s"] * count)
