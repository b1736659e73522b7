from collections.abc import Sequence

from django.db.models import Model

from zhongshu.kernel import statements
from zhongshu.kernel.writing.spelled import inserting, spelled, stored, telling, values_of


def insert(row: Model) -> None:
    """Store a new ``row``; a key that the database gives is put in its place."""
    sql, given = inserting(type(row), 1)
    if given:
        stored(row, statements.asked(sql, telling(type(row)).new(row))[0][0])
    else:
        statements.done(sql, telling(type(row)).new(row))
        stored(row)


def insert_unless_there(rows: Sequence[Model]) -> None:
    """Store new ``rows`` of one model, but those that a constraint says are there; their keys are not told."""
    if not rows:
        return
    into, marks, _names, _key = spelled(type(rows[0]))
    places = ", ".join([marks] * len(rows))
    sql = f"INSERT INTO {into} VALUES {places} ON CONFLICT DO NOTHING"  # noqa: S608  our own names
    statements.done(sql, values_of(rows))
