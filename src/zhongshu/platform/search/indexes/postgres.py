from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from zhongshu.platform.search.indexes.face import (
    Parameters,
    Row,
    execute_many,
    first_column,
    first_columns,
    marks,
)
from zhongshu.platform.search.spelling import Keys, keys

RANGES = ((12, "a"), (16, "b"))
"""A document lies in a range of 4,096 numbers and in one of 65,536; its keys name both (function ``search_keys``)."""
MOST_RANGES = 8
"""A stretch of more ranges than these is asked for without naming them."""

_LARGEST_ID = 2**63 - 1
_PUT = "INSERT INTO search_text(doc_id, body) VALUES (%s, nullif(%s, search_source(%s)))"
_WITH_KEYS = "SELECT doc_id, body FROM search_text WHERE search_keys(doc_id, body) @@ %s::tsquery OFFSET 0"
"""By the index alone: what stands around it cannot tempt the planner to read the rows one by one."""
_HIT = (
    "SELECT doc_id FROM ({found}) AS found WHERE doc_id > %s AND doc_id < %s ORDER BY doc_id {order} LIMIT %s"
)
_HELD_HIT = (
    "SELECT doc_id FROM (SELECT * FROM ({found}) AS found WHERE doc_id > %s AND doc_id < %s "
    "ORDER BY doc_id {order} OFFSET 0) AS ordered WHERE true{held} LIMIT %s"
)


class PostgresIndex:
    """Pairs of neighbouring characters under GIN, and no text: that is read where its owner keeps it.

    Keys are made by the database and stored in the index alone; a copy of a text is kept only if it is not read back
    the same (``sources``). One or two characters are found by keys alone; whether a longer word stands in a text is
    looked up in the text, newest first, until there are enough. A GIN index gives no order and all or nothing: so
    the nearest documents are asked for first, then those farther off, then all.
    """

    def put(self, rows: Iterable[Row]) -> None:
        execute_many(_PUT, [(doc_id, folded, doc_id) for doc_id, folded in rows])

    def drop(self, rows: Sequence[tuple[int, str]]) -> None:
        execute_many("DELETE FROM search_text WHERE doc_id = %s", [(doc_id,) for doc_id, _folded in rows])

    def newest(self, wanted: list[str], below: int | None, limit: int) -> list[int]:
        top = _newest() + 1 if below is None else below
        edges = [top, *((max(0, (top >> bits) - 1) << bits) - 1 for bits, _ in RANGES), -1]
        found: list[int] = []
        for high, low in pairwise(edges):
            found += _between(wanted, low, high if high == top else high + 1, "DESC", limit - len(found))
            if len(found) >= limit:
                break
        return found

    def next_newer(self, wanted: list[str], above: int, limit: int) -> list[int]:
        edges = [above, *(((above >> bits) + 2) << bits for bits, _ in RANGES), _LARGEST_ID]
        found: list[int] = []
        for low, high in pairwise(edges):
            found += _between(wanted, low if low == above else low - 1, high, "ASC", limit - len(found))
            if len(found) >= limit:
                break
        return found

    def reaching(self, many: list[list[str]], above: int, limit: int) -> list[list[int]]:
        return first_columns([_question(wanted, above, _LARGEST_ID, "ASC", limit) for wanted in many])

    def among(self, wanted: list[str], asked: list[int]) -> list[int]:
        sql = f"SELECT doc_id FROM search_text WHERE doc_id IN ({marks(len(asked))}){_held(wanted)}"  # noqa: S608
        return first_column(sql, [*asked, *wanted])

    def count(self, wanted: list[str], cap: int) -> int:
        return len(self.newest(wanted, None, cap))


def _newest() -> int:
    return first_column("SELECT coalesce(max(doc_id), 0) FROM search_text", [])[0]


def _between(wanted: list[str], low: int, high: int, order: str, limit: int) -> list[int]:
    """Documents with all ``wanted`` words and an id more than ``low``, less than ``high``, in that order."""
    return first_column(*_question(wanted, low, high, order, limit)) if high - low > 1 else []


def _question(wanted: list[str], low: int, high: int, order: str, limit: int) -> tuple[str, Parameters]:
    """The same as SQL and its parameters."""
    asked = [keys(word) for word in wanted]
    doubtful = [word for word, found in zip(wanted, asked, strict=True) if not found.suffice]
    form = _HELD_HIT if doubtful else _HIT
    sql = form.format(found=_WITH_KEYS, order=order, held=_held(doubtful))
    return sql, [" & ".join(_terms(asked, low, high)), low, high, *doubtful, limit]


def _terms(asked: list[Keys], low: int, high: int) -> Iterator[str]:
    """The question to the index, as tsquery."""
    for found in asked:
        yield from map(_quoted, found.whole)
        if found.start:
            yield f"{_quoted(found.start)}:*"
    for bits, name in RANGES:
        first, last = (low + 1) >> bits, (high - 1) >> bits
        if last - first < MOST_RANGES:
            ranges = " | ".join(f"' {number}{name}'" for number in range(first, last + 1))
            yield f"({ranges})"
            return


def _quoted(key: str) -> str:
    doubled = key.replace("\\", "\\\\").replace("'", "''")
    return f"'{doubled}'"


def _held(wanted: list[str]) -> str:
    """That the text holds each of the words."""
    return " AND strpos(search_said(doc_id, body), %s) > 0" * len(wanted)
