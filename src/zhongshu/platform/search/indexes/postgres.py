from collections.abc import Iterable

from zhongshu.platform.search.indexes.face import (
    Parameters,
    Row,
    execute_many,
    first_column,
    first_columns,
    marks,
)
from zhongshu.platform.search.spelling import pairs

PROBE = 5000
"""So many of the newest texts are looked through one by one before the index is asked: about 5 ms."""
COMMON = PROBE // 10
"""Words in so many of them are counted one by one; for rarer ones the index is faster."""

_LARGEST_ID = 2**63 - 1
_PROBE_UPWARDS = (
    "SELECT doc_id FROM (SELECT doc_id, body FROM search_text WHERE doc_id > %s "
    "ORDER BY doc_id LIMIT %s) AS near WHERE true{held} LIMIT %s"
)


class PostgresIndex:
    """Pairs of neighbouring characters under GIN; what they find is checked again in the text.

    The pairs are made by the database (function ``search_pairs``) and stored in the index alone.
    A GIN index gives no order and all or nothing: for a word in every tenth text it would fetch
    a tenth of the table to show 25. Such words are found among the newest texts without it.
    """

    def put(self, rows: Iterable[Row]) -> None:
        sql = (
            "INSERT INTO search_text(doc_id, body) VALUES (%s, %s) "
            "ON CONFLICT (doc_id) DO UPDATE SET body = excluded.body"
        )
        execute_many(sql, rows)

    def drop(self, doc_id: int, folded: str) -> None:
        execute_many("DELETE FROM search_text WHERE doc_id = %s", [(doc_id,)])

    def newest(self, wanted: list[str], below: int | None, limit: int) -> list[int]:
        ceiling = _LARGEST_ID if below is None else below
        near = self._probe(wanted, ceiling, limit)
        if len(near) >= limit:
            return near
        return near + self._by_index(wanted, near[-1] if near else ceiling, limit - len(near))

    def next_newer(self, wanted: list[str], above: int, limit: int) -> list[int]:
        near = first_column(_PROBE_UPWARDS.format(held=_held(wanted)), [above, PROBE, *wanted, limit])
        if len(near) >= limit:
            return near
        sql, parameters = _upwards(wanted, near[-1] if near else above, limit - len(near))
        return near + first_column(sql, parameters)

    def reaching(self, many: list[list[str]], above: int, limit: int) -> list[list[int]]:
        return first_columns([_upwards(wanted, above, limit) for wanted in many])

    def among(self, wanted: list[str], asked: list[int]) -> list[int]:
        sql = f"SELECT doc_id FROM search_text WHERE doc_id IN ({marks(len(asked))}){_held(wanted)}"  # noqa: S608
        return first_column(sql, [*asked, *wanted])

    def count(self, wanted: list[str], cap: int) -> int:
        if len(self._probe(wanted, _LARGEST_ID, COMMON)) >= COMMON:
            condition, parameters = f"true{_held(wanted)} ORDER BY doc_id DESC", [*wanted]
        else:
            condition, parameters = _indexed(wanted)
        sql = f"SELECT count(*) FROM (SELECT 1 FROM search_text WHERE {condition} LIMIT %s) AS hits"  # noqa: S608
        return first_column(sql, [*parameters, cap])[0]

    def _probe(self, wanted: list[str], below: int, limit: int) -> list[int]:
        sql = (
            "SELECT doc_id FROM (SELECT doc_id, body FROM search_text WHERE doc_id < %s "  # noqa: S608
            f"ORDER BY doc_id DESC LIMIT %s) AS near WHERE true{_held(wanted)} LIMIT %s"
        )
        return first_column(sql, [below, PROBE, *wanted, limit])

    def _by_index(self, wanted: list[str], below: int, limit: int) -> list[int]:
        condition, parameters = _indexed(wanted)
        sql = (
            f"SELECT doc_id FROM search_text WHERE {condition} AND doc_id < %s "  # noqa: S608
            "ORDER BY doc_id DESC LIMIT %s"
        )
        return first_column(sql, [*parameters, below, limit])


def _upwards(wanted: list[str], above: int, limit: int) -> tuple[str, Parameters]:
    condition, parameters = _indexed(wanted)
    sql = f"SELECT doc_id FROM search_text WHERE {condition} AND doc_id > %s ORDER BY doc_id LIMIT %s"  # noqa: S608
    return sql, [*parameters, above, limit]


def _held(wanted: list[str]) -> str:
    """That the text holds each of the words."""
    return " AND strpos(body, %s) > 0" * len(wanted)


def _indexed(wanted: list[str]) -> tuple[str, Parameters]:
    """The same, with the index; words of one character have no pairs and are looked for one by one."""
    needed = sorted({pair for word in wanted for pair in pairs(word)})
    if not needed:
        return f"true{_held(wanted)}", [*wanted]
    return f"search_pairs(body) @> %s::text[]{_held(wanted)}", [needed, *wanted]
