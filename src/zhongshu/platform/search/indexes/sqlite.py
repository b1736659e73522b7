from collections.abc import Iterable, Sequence

from zhongshu.platform.search.indexes.face import Row, execute_many, first_column, first_columns, marks
from zhongshu.platform.search.spelling import phrases, tokens

_LARGEST_ID = 2**63 - 1
_UPWARDS = "SELECT rowid FROM search_text WHERE search_text MATCH %s AND rowid > %s ORDER BY rowid LIMIT %s"


class SqliteIndex:
    """FTS5 without content, a token for each character, phrases: exact, and small."""

    def put(self, rows: Iterable[Row]) -> None:
        spelled = ((doc_id, tokens(folded)) for doc_id, folded in rows)
        execute_many("INSERT INTO search_text(rowid, body) VALUES (%s, %s)", spelled)

    def drop(self, rows: Sequence[tuple[int, str]]) -> None:
        sql = "INSERT INTO search_text(search_text, rowid, body) VALUES ('delete', %s, %s)"
        execute_many(sql, [(doc_id, tokens(folded)) for doc_id, folded in rows])

    def newest(self, wanted: list[str], below: int | None, limit: int) -> list[int]:
        sql = (
            "SELECT rowid FROM search_text WHERE search_text MATCH %s AND rowid < %s "
            "ORDER BY rowid DESC LIMIT %s"
        )
        return first_column(sql, [phrases(wanted), _LARGEST_ID if below is None else below, limit])

    def next_newer(self, wanted: list[str], above: int, limit: int) -> list[int]:
        return first_column(_UPWARDS, [phrases(wanted), above, limit])

    def reaching(self, many: list[list[str]], above: int, limit: int) -> list[list[int]]:
        # read upwards it skips what is below; downwards it does not
        return first_columns([(_UPWARDS, [phrases(wanted), above, limit]) for wanted in many])

    def among(self, wanted: list[str], asked: list[int]) -> list[int]:
        sql = f"SELECT rowid FROM search_text WHERE search_text MATCH %s AND rowid IN ({marks(len(asked))})"  # noqa: S608
        return first_column(sql, [phrases(wanted), *asked])

    def count(self, wanted: list[str], cap: int) -> int:
        sql = "SELECT count(*) FROM (SELECT 1 FROM search_text WHERE search_text MATCH %s LIMIT %s)"
        return first_column(sql, [phrases(wanted), cap])[0]
