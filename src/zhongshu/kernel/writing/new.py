from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.db import connection, connections
from django.db.models import Model

MOST_PLACES = 30_000
"""So many values go into one statement at most: SQLite as it comes takes 32,766."""


def insert(row: Model) -> None:
    """Store a new ``row``; a key that the database gives is put in its place."""
    into, marks, names, key = _spelled(type(row))
    back = f" RETURNING {connection.ops.quote_name(key)}" if key and key not in names else ""
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {into} VALUES {marks}{back}", _values(row))  # noqa: S608  our own names
        if back:
            row.pk = cursor.fetchone()[0]
    row._state.adding, row._state.db = False, connection.alias


def insert_many(rows: Sequence[Model]) -> None:
    """Store new ``rows`` of one model whose key the database gives, some by each statement; keys rise in their order."""
    if not rows:
        return
    into, marks, names, key = _spelled(type(rows[0]))
    most = MOST_PLACES // len(names)
    with connection.cursor() as cursor:
        for some in (rows[first : first + most] for first in range(0, len(rows), most)):
            places = ", ".join([marks] * len(some))
            sql = f"INSERT INTO {into} VALUES {places} RETURNING {connection.ops.quote_name(key)}"  # noqa: S608  our own names
            cursor.execute(sql, [value for row in some for value in _values(row)])
            for row, pk in zip(some, sorted(one[0] for one in cursor.fetchall()), strict=True):
                row.pk = pk
                row._state.adding, row._state.db = False, connection.alias


def insert_unnamed(rows: Sequence[Model]) -> None:
    """Store new ``rows`` of one model, however many; keys that the database gives them are not told."""
    if not rows:
        return
    into, marks, _names, _key = _spelled(type(rows[0]))
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {into} VALUES {marks}", [_values(row) for row in rows])  # noqa: S608


def insert_unless_there(rows: Sequence[Model]) -> None:
    """Store new ``rows`` of one model, but those that a constraint says are there; their keys are not told."""
    if not rows:
        return
    into, marks, _names, _key = _spelled(type(rows[0]))
    places = ", ".join([marks] * len(rows))
    with connection.cursor() as cursor:
        sql = f"INSERT INTO {into} VALUES {places} ON CONFLICT DO NOTHING"  # noqa: S608  our own names
        cursor.execute(sql, [value for row in rows for value in _values(row)])


@lru_cache
def _spelled(model: type[Model]) -> tuple[str, str, tuple[str, ...], str]:
    """Table with its columns, marks, the columns' names, and that of the key, which the database may give itself.

    "" where the key is made of several columns: the database gives none of those.
    """
    quoted, fields = connection.ops.quote_name, _told(model)
    columns = ", ".join(quoted(str(one.column)) for one in fields)
    marks = f"({', '.join(['%s'] * len(fields))})"
    key = str(model._meta.pk.column or "") if model._meta.pk else ""
    return f"{quoted(model._meta.db_table)} ({columns})", marks, tuple(str(one.column) for one in fields), key


@lru_cache
def _told(model: type[Model]) -> list[Any]:
    return [one for one in model._meta.concrete_fields if not one.db_returning]


def _values(row: Model) -> list[Any]:
    there = connections[connection.alias]  # the face ``connection`` looks for it at every touch
    return [one.get_db_prep_save(one.pre_save(row, True), there) for one in _told(type(row))]
