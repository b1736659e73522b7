from collections.abc import Iterable

from django.db import DatabaseError, connection
from django.db.models import Model


def update(row: Model, changed: Iterable[str]) -> None:
    """Store the columns ``changed`` (by attribute) of a stored ``row``; DatabaseError where it is gone."""
    meta, quoted = row._meta, connection.ops.quote_name
    known = {one.attname: one for one in meta.concrete_fields}
    fields = [known[name] for name in changed]
    told = ", ".join(f"{quoted(str(one.column))} = %s" for one in fields)
    values = [one.get_db_prep_save(getattr(row, one.attname), connection) for one in fields]
    key = next(quoted(str(one.column)) for one in meta.concrete_fields if one.primary_key)
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {quoted(meta.db_table)} SET {told} WHERE {key} = %s", [*values, row.pk])  # noqa: S608
        if not cursor.rowcount:
            raise DatabaseError(f"{meta.label} {row.pk} is not there any more")
