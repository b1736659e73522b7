from django.db import migrations

SQLITE = (
    """
    CREATE VIRTUAL TABLE search_text USING fts5(
        body, content='', columnsize=0, detail=full, tokenize='ascii'
    )
    """,
)
POSTGRES = (
    # Pairs of neighbouring characters; true to its cost, so that the planner never makes them for every row.
    """
    CREATE FUNCTION search_pairs(t text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 3000 AS $$
        SELECT coalesce(array_agg(DISTINCT c || d), '{}') FROM (
            SELECT c, lead(c) OVER (ORDER BY n) AS d FROM string_to_table(t, NULL) WITH ORDINALITY AS s(c, n)
        ) AS neighbours
        WHERE c <> ' ' AND d <> ' '
    $$
    """,
    'CREATE TABLE search_text (doc_id bigint PRIMARY KEY, body text COLLATE "C" NOT NULL)',
    "CREATE INDEX search_text_pairs ON search_text USING gin (search_pairs(body))",
)


def make(apps, schema_editor):
    for statement in POSTGRES if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement)


def unmake(apps, schema_editor):
    schema_editor.execute("DROP TABLE search_text")
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION search_pairs(text)")


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [migrations.RunPython(make, unmake)]
