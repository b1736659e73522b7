from collections.abc import Sequence
from operator import itemgetter

from django.db import connection
from django.db.models import Model

from zhongshu.kernel import statements
from zhongshu.kernel.writing.spelled import inserting, spelled, stored, telling, values_of

FIRST = itemgetter(0)
MOST_PLACES = 30_000
"""So many values go into one statement at most: SQLite as it comes takes 32,766."""


def insert_many(rows: Sequence[Model]) -> None:
    """Store new ``rows`` of one model whose key the database gives, some by each statement; keys rise in their order."""
    if not rows:
        return
    model = type(rows[0])
    most = MOST_PLACES // len(spelled(model)[2])
    for some in (rows[first : first + most] for first in range(0, len(rows), most)):
        sql, _given = inserting(model, len(some))
        given = statements.asked(sql, values_of(some))
        for row, pk in zip(some, sorted(map(FIRST, given)), strict=True):
            stored(row, pk)


def insert_unnamed(rows: Sequence[Model]) -> None:
    """Store new ``rows`` of one model, however many; keys that the database gives them are not told."""
    if not rows:
        return
    into, marks, _names, _key = spelled(type(rows[0]))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {into} VALUES {marks}", list(map(telling(type(rows[0])).new, rows)))  # noqa: S608
