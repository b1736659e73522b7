"""Finding documents by their words. Ids only: what an actor may see is decided by who owns the documents."""

from collections.abc import Iterable

from django.db import connection

from zhongshu.platform.search.indexes import Parameters, index
from zhongshu.platform.search.spelling import words


def newest(query: str, *, below: int | None = None, limit: int = 25) -> list[int]:
    """Ids of documents that hold every word of ``query``, highest first, less than ``below``."""
    wanted = words(query)
    if not wanted:
        return []
    found = index()
    condition, parameters = found.condition(wanted)
    if below is not None:
        condition += f" AND {found.key} < %s"
        parameters.append(below)
    sql = f"SELECT {found.key} FROM {found.table} WHERE {condition} ORDER BY {found.key} DESC LIMIT %s"  # noqa: S608
    return _ids(sql, [*parameters, limit])


def among(query: str, doc_ids: Iterable[int]) -> set[int]:
    """Which of ``doc_ids`` hold every word of ``query``."""
    wanted, asked = words(query), sorted(set(doc_ids))
    if not wanted or not asked:
        return set()
    found = index()
    condition, parameters = found.condition(wanted)
    marks = ",".join(["%s"] * len(asked))
    sql = f"SELECT {found.key} FROM {found.table} WHERE {condition} AND {found.key} IN ({marks})"  # noqa: S608
    return set(_ids(sql, [*parameters, *asked]))


def count(query: str, *, cap: int = 2000) -> int:
    """How many documents hold every word of ``query``, counted no further than ``cap``."""
    wanted = words(query)
    if not wanted:
        return 0
    found = index()
    condition, parameters = found.condition(wanted)
    sql = f"SELECT count(*) FROM (SELECT 1 FROM {found.table} WHERE {condition} LIMIT %s) AS hits"  # noqa: S608
    return _ids(sql, [*parameters, cap])[0]


def _ids(sql: str, parameters: Parameters) -> list[int]:
    """First column of the answer. Table and key names are ours; all that anybody typed is a parameter."""
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return [row[0] for row in cursor.fetchall()]
