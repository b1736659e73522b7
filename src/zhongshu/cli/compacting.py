"""After much was poured into a database at once."""

from django.db import connection


def compact() -> None:
    """Leave the tables as a house at work has them; outside any transaction, readers and writers go on meanwhile.

    On PostgreSQL rows that come in one by one leave indexes a third empty, and a plan is made from what was counted
    last: indexes are built anew, what was deleted is given back, rows are counted. SQLite keeps house by itself.
    """
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        (schema,) = cursor.fetchone()
        cursor.execute(f"REINDEX SCHEMA CONCURRENTLY {connection.ops.quote_name(schema)}")
        cursor.execute("VACUUM (ANALYZE)")
