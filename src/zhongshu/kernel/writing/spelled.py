"""How the rows of a model are told to the database: columns from the model, converters of the framework."""

from functools import lru_cache
from typing import Any

from django.db import connection, connections
from django.db.models import Model


@lru_cache
def spelled(model: type[Model]) -> tuple[str, str, tuple[str, ...], str]:
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


def values_of(row: Model) -> list[Any]:
    """What stands in the places of ``spelled``."""
    there = connections[connection.alias]  # the face ``connection`` looks for it at every touch
    return [one.get_db_prep_save(one.pre_save(row, True), there) for one in _told(type(row))]
