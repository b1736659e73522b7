from collections.abc import Iterable
from functools import lru_cache

from django.db import DatabaseError, connection
from django.db.models import Model

from zhongshu.kernel import statements
from zhongshu.kernel.writing.spelled import key_of
from zhongshu.kernel.writing.told import tells_of


def update(row: Model, changed: Iterable[str]) -> None:
    """Store the columns ``changed`` (by attribute) of a stored ``row``; DatabaseError where it is gone."""
    model, own, names = type(row), row.__dict__, tuple(changed)
    tells = tells_of(model)
    values = [tells[name](own[name]) for name in names]
    values.append(own[key_of(model)])
    if not statements.done(_sql(model, names), values):
        raise DatabaseError(f"{model._meta.label} {row.pk} is not there any more")


@lru_cache(maxsize=500)
def _sql(model: type[Model], names: tuple[str, ...]) -> str:
    quoted = connection.ops.quote_name
    column = {one.attname: quoted(str(one.column)) for one in model._meta.concrete_fields}
    told = ", ".join(f"{column[name]} = %s" for name in names)
    return f"UPDATE {quoted(model._meta.db_table)} SET {told} WHERE {column[key_of(model)]} = %s"  # noqa: S608  our own names
