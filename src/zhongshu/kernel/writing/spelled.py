"""How the rows of a model are told to the database: columns from the model, values as its fields tell them."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Model

from zhongshu.kernel.writing.told import Tell, is_as_set, taken_as_it_is, tells_of


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


Places = list[tuple[str, type | None, Tell]]
Added = list[tuple[int, Callable[[Any, bool], Any]]]


def values_of(row: Model) -> list[Any]:
    """What stands in the places of ``spelled``."""
    own = row.__dict__
    places, added = _places(type(row))
    values = [
        value if (value := own[name]) is None or type(value) is as_it_is else tell(value)
        for name, as_it_is, tell in places
    ]
    for place, make in added:
        values[place] = places[place][2](make(row, True))
    return values


@lru_cache
def _places(model: type[Model]) -> tuple[Places, Added]:
    """By attribute, how each value is told, if not as it is; and by what it is made where the field adds its own."""
    tells = tells_of(model)
    fields = [one for one in model._meta.concrete_fields if not one.db_returning]
    added: Added = [(place, one.pre_save) for place, one in enumerate(fields) if not is_as_set(one)]
    return [(one.attname, taken_as_it_is(one), tells[one.attname]) for one in fields], added
