from django.db import migrations

SQLITE = (
    """
    CREATE VIRTUAL TABLE search_text USING fts5(
        body, content='', columnsize=0, detail=full, tokenize='ascii'
    )
    """,
)
POSTGRES = (
    "CREATE TABLE search_text (doc_id bigint PRIMARY KEY, body text NOT NULL, grams int4[] NOT NULL)",
    "ALTER TABLE search_text ALTER grams SET STATISTICS 500",
    "CREATE INDEX search_text_grams ON search_text USING gin (grams)",
)


def make(apps, schema_editor):
    for statement in POSTGRES if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement)


def unmake(apps, schema_editor):
    schema_editor.execute("DROP TABLE search_text")


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [migrations.RunPython(make, unmake)]
