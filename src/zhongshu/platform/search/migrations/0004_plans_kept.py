"""PostgreSQL plans what a function of its SQL asks anew in each statement; what one of PL/pgSQL asks, once a connection.

Keys and texts stay what they are, so that the index need not be built anew.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from zhongshu.platform.search import sources

KEYS = r"""
    CREATE OR REPLACE FUNCTION search_keys(doc_id bigint, body text) RETURNS tsvector
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 3000 AS $keys$ BEGIN RETURN (
        SELECT array_to_tsvector(
            array_agg(key) || (' ' || (doc_id >> 12) || 'a') || (' ' || (doc_id >> 16) || 'b')
        )
        FROM (
            SELECT CASE WHEN d IS NULL OR strpos(marks, c) > 0 OR strpos(marks, d) > 0 THEN c ELSE c || d END
            FROM (SELECT string_to_array({schema}.search_said(doc_id, body), NULL),
                ' ,.:;!?()[]{}<>"''、。《》〈〉「」『』【】〔〕“”‘’…—·') AS read(a, marks),
                unnest(a, a[2:]) AS neighbours(c, d)
            WHERE c <> ' '
            LIMIT 150000
        ) AS keys(key)
    ); END $keys$
"""
PRESENT = """
    SELECT quote_ident(current_schema()), lanname, prosrc FROM pg_proc JOIN pg_language ON pg_language.oid = prolang
    WHERE pg_proc.oid = 'search_source'::regproc
"""


def keep_plans(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor != "postgresql":
        return
    with editor.connection.cursor() as cursor:
        cursor.execute(PRESENT)
        schema, language, source = cursor.fetchone()
    editor.execute(KEYS.replace("{schema}", schema), params=None)
    if language == "sql":  # as it was made before
        editor.execute(sources.told_by(source), params=None)


class Migration(migrations.Migration):
    dependencies = [("search", "0003_no_second_copy")]
    operations = [migrations.RunPython(keep_plans, migrations.RunPython.noop)]
