from collections.abc import Sequence

from django.db import connection
from django.db.models import Model

from zhongshu.kernel import statements
from zhongshu.kernel.writing.spelled import spelled, values_of

MOST_PLACES = 30_000
"""So many values go into one statement at most: SQLite as it comes takes 32,766."""


def insert_many(rows: Sequence[Model]) -> None:
    """Store new ``rows`` of one model whose key the database gives, some by each statement; keys rise in their order."""
    if not rows:
        return
    into, marks, names, key = spelled(type(rows[0]))
    most = MOST_PLACES // len(names)
    for some in (rows[first : first + most] for first in range(0, len(rows), most)):
        places = ", ".join([marks] * len(some))
        sql = f"INSERT INTO {into} VALUES {places} RETURNING {connection.ops.quote_name(key)}"  # noqa: S608  our own names
        given = statements.asked(sql, [value for row in some for value in values_of(row)])
        for row, pk in zip(some, sorted(one[0] for one in given), strict=True):
            row.pk = pk
            row._state.adding, row._state.db = False, connection.alias


def insert_unnamed(rows: Sequence[Model]) -> None:
    """Store new ``rows`` of one model, however many; keys that the database gives them are not told."""
    if not rows:
        return
    into, marks, _names, _key = spelled(type(rows[0]))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {into} VALUES {marks}", [values_of(row) for row in rows])  # noqa: S608
