"""How the rows of a model are told to the database: columns from the model, values as its fields tell them."""

from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import Model

from zhongshu.kernel.writing.told import is_as_set, tells_of


@lru_cache
def spelled(model: type[Model]) -> tuple[str, str, tuple[str, ...], str]:
    """Table with its columns, marks, the columns' names, and that of the key, which the database may give itself.

    "" where the key is made of several columns: the database gives none of those.
    """
    quoted, fields = connection.ops.quote_name, [one for one, _as_set in _fields(model)]
    columns = ", ".join(quoted(str(one.column)) for one in fields)
    marks = f"({', '.join(['%s'] * len(fields))})"
    key = str(model._meta.pk.column or "") if model._meta.pk else ""
    return f"{quoted(model._meta.db_table)} ({columns})", marks, tuple(str(one.column) for one in fields), key


@lru_cache
def _fields(model: type[Model]) -> list[tuple[Any, bool]]:
    return [(one, is_as_set(one)) for one in model._meta.concrete_fields if not one.db_returning]


def values_of(row: Model) -> list[Any]:
    """What stands in the places of ``spelled``."""
    tells, own = tells_of(type(row)), row.__dict__
    return [
        tells[one.attname](own[one.attname] if as_set else one.pre_save(row, True))
        for one, as_set in _fields(type(row))
    ]
