"""The database itself refuses to change or delete what was written (law 2)."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TABLES = ("journal_entry", "journal_checkpoint")
POSTGRESQL_FUNCTION = """
CREATE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$
"""


def close(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute(POSTGRESQL_FUNCTION)
    for table in TABLES:
        for statement in _closing(table, editor.connection.vendor):
            editor.execute(statement)


def reopen(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    suffix = {"postgresql": " ON {table}", "sqlite": ""}[editor.connection.vendor]
    for table in TABLES:
        for act in ("update", "delete", "truncate"):
            if act == "truncate" and not suffix:
                continue
            editor.execute(f"DROP TRIGGER {table}_no_{act}{suffix.format(table=table)}")
    if suffix:
        editor.execute("DROP FUNCTION journal_is_append_only()")


def _closing(table: str, vendor: str) -> list[str]:
    if vendor == "postgresql":
        rows = [
            f"CREATE TRIGGER {table}_no_{act} BEFORE {act.upper()} ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION journal_is_append_only()"
            for act in ("update", "delete")
        ]
        truncate = (
            f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only()"
        )
        return [*rows, truncate]
    return [
        f"CREATE TRIGGER {table}_no_{act} BEFORE {act.upper()} ON {table} "
        "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
        for act in ("update", "delete")
    ]


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]
    operations = [migrations.RunPython(close, reopen)]
