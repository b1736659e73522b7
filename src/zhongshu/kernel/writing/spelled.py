"""How the rows of a model are told to the database: columns from the model, values as its fields tell them."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Model

from zhongshu.kernel.writing.told import Telling


@lru_cache(maxsize=100)
def inserting(model: type[Model], rows: int) -> tuple[str, bool]:
    """The statement that stores so many rows of ``model``, and whether it returns the keys that the database gives."""
    into, marks, names, key = spelled(model)
    sql = f"INSERT INTO {into} VALUES {', '.join([marks] * rows)}"  # noqa: S608  our own names
    given = bool(key) and key not in names
    return f"{sql} RETURNING {connection.ops.quote_name(key)}" if given else sql, given


def stored(row: Model, key: Any = None) -> None:
    """Let ``row`` know that it is in the database, and under which key where that was given there."""
    state = row._state
    state.adding, state.db = False, DEFAULT_DB_ALIAS
    if key is not None:
        row.__dict__[key_of(type(row))] = key


@lru_cache
def key_of(model: type[Model]) -> str:
    """The attribute that holds the key."""
    return next(one.attname for one in model._meta.concrete_fields if one.primary_key)


@lru_cache
def spelled(model: type[Model]) -> tuple[str, str, tuple[str, ...], str]:
    """Table with its columns, marks, the columns' names, and that of the key, which the database may give itself.

    "" where the key is made of several columns: the database gives none of those.
    """
    quoted = connection.ops.quote_name
    fields = [one for one in model._meta.concrete_fields if not one.db_returning]
    columns = ", ".join(quoted(str(one.column)) for one in fields)
    marks = f"({', '.join(['%s'] * len(fields))})"
    key = str(model._meta.pk.column or "") if model._meta.pk else ""
    return f"{quoted(model._meta.db_table)} ({columns})", marks, tuple(str(one.column) for one in fields), key


@lru_cache
def telling(model: type[Model]) -> Telling:
    """What tells the values that stand in the places of ``spelled``."""
    fields = [one for one in model._meta.concrete_fields if not one.db_returning]
    return Telling(model, [one.attname for one in fields])


def values_of(rows: Sequence[Model]) -> list[Any]:
    """What stands in these places for ``rows`` of one model, one after the other."""
    return [*chain.from_iterable(map(telling(type(rows[0])).new, rows))]
