from django.db import migrations

SQLITE = (
    """
    CREATE VIRTUAL TABLE search_text USING fts5(
        body, content='', columnsize=0, detail=full, tokenize='ascii'
    )
    """,
)
POSTGRES = (
    """
    CREATE FUNCTION search_grams(t text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 100 AS $$
        SELECT coalesce(array_agg(DISTINCT gram), '{}') FROM (
            SELECT c, c || lead(c) OVER (ORDER BY n) AS pair FROM string_to_table(t, NULL) WITH ORDINALITY AS s(c, n)
        ) AS neighbours, LATERAL (VALUES (c), (pair)) AS both_(gram)
        WHERE gram IS NOT NULL AND strpos(gram, ' ') = 0
    $$
    """,
    'CREATE TABLE search_text (doc_id bigint PRIMARY KEY, body text COLLATE "C" NOT NULL)',
    "CREATE INDEX search_text_grams ON search_text USING gin (search_grams(body))",
)


def make(apps, schema_editor):
    for statement in POSTGRES if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement)


def unmake(apps, schema_editor):
    schema_editor.execute("DROP TABLE search_text")
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION search_grams(text)")


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [migrations.RunPython(make, unmake)]
