"""Loading many rows at once: COPY on PostgreSQL, executemany on SQLite."""

from collections.abc import Iterable, Sequence
from itertools import islice

from django.db import connection
from django.db.models import Model

BATCH = 5000


def load(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
    """Put ``rows`` into the table of ``model``; returns how many there were. Columns not named get their default."""
    table = model._meta.db_table
    others = _defaults(model, columns)
    columns, rows = [*columns, *others], ((*row, *others.values()) for row in rows) if others else rows
    names = ", ".join(f'"{column}"' for column in columns)
    if connection.vendor == "postgresql":
        return _copy(f'COPY "{table}" ({names}) FROM STDIN', rows)
    marks = ", ".join("?" for _ in columns)
    statement = f'INSERT INTO "{table}" ({names}) VALUES ({marks})'
    return _many(statement, rows)


def _defaults(model: type[Model], named: Sequence[str]) -> dict[str, object]:
    """What the columns left out begin with, save those that may be empty."""
    left = [
        field
        for field in model._meta.concrete_fields
        if field.column not in named and not field.primary_key and not field.null
    ]
    return {str(field.column): field.get_db_prep_save(field.get_default(), connection) for field in left}


def _copy(statement: str, rows: Iterable[Sequence[object]]) -> int:
    count = 0
    with connection.cursor() as cursor, cursor.cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)
            count += 1
    return count


def _many(statement: str, rows: Iterable[Sequence[object]]) -> int:
    count, rows = 0, iter(rows)
    connection.ensure_connection()
    while batch := list(islice(rows, BATCH)):
        connection.connection.executemany(statement, batch)
        count += len(batch)
    return count


def reset_sequence(model: type[Model]) -> None:
    """Let PostgreSQL go on numbering after rows that came with their ids."""
    if connection.vendor == "postgresql":
        table = model._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))"
            )
