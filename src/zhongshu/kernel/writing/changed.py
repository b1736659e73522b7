from collections.abc import Iterable, Sequence
from functools import lru_cache

from django.db import DatabaseError, connection
from django.db.models import Model

from zhongshu.kernel import statements
from zhongshu.kernel.writing.spelled import key_of
from zhongshu.kernel.writing.told import Telling


def update(row: Model, changed: Iterable[str]) -> None:
    """Store the columns ``changed`` (by attribute) of a stored ``row``; DatabaseError where it is gone."""
    model = type(row)
    sql, told = _spelled(model, tuple(changed))
    if not statements.done(sql, told.of(row.__dict__)):
        raise DatabaseError(f"{model._meta.label} {row.pk} is not there any more")


def update_alike(rows: Sequence[Model], changed: Iterable[str]) -> None:
    """As ``update`` for many stored ``rows`` of one model at once, in all of which these columns hold the same.

    No more rows than values go into one statement; ValueError where they differ.
    """
    if not rows:
        return
    model, names = type(rows[0]), tuple(changed)
    sql, told = _spelled(model, names)
    first = told.of(rows[0].__dict__)[:-1]
    if any(told.of(row.__dict__)[:-1] != first for row in rows):
        raise ValueError(f"rows of {model._meta.label} differ in {', '.join(names)}")
    many = sql.removesuffix("= %s") + f"IN ({', '.join(['%s'] * len(rows))})"
    if statements.done(many, [*first, *(row.pk for row in rows)]) != len(rows):
        raise DatabaseError(f"some rows of {model._meta.label} are not there any more")


@lru_cache(maxsize=500)
def _spelled(model: type[Model], names: tuple[str, ...]) -> tuple[str, Telling]:
    """The statement, and what tells its values: those of the columns, then the key."""
    quoted, key = connection.ops.quote_name, key_of(model)
    column = {one.attname: quoted(str(one.column)) for one in model._meta.concrete_fields}
    told = ", ".join(f"{column[name]} = %s" for name in names)
    sql = f"UPDATE {quoted(model._meta.db_table)} SET {told} WHERE {column[key]} = %s"  # noqa: S608  our own names
    return sql, Telling(model, (*names, key))
