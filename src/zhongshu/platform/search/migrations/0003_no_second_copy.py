"""PostgreSQL reads a document's text where its owner keeps it; search keeps a copy only of what it does not find there.

Keys of a document: each pair of neighbours; a character before a blank or a mark, and each mark, alone; the two
ranges of numbers in which the document lies, so that the newest can be asked for first (``indexes.postgres``).
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from zhongshu.platform.search import sources

FUNCTIONS = (
    # As kernel.text folds and squeezes; where the two differ, a copy is kept.
    r"""
    CREATE FUNCTION search_fold(t text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN btrim(regexp_replace(lower(normalize(t, NFKC)), '\s+', ' ', 'g'))
    """,
    # The text of a document as its owner keeps it; without an owner there is none (sources.read_from).
    """
    CREATE FUNCTION search_source(doc_id bigint) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 50
    AS 'SELECT NULL::text'
    """,
    """
    CREATE FUNCTION search_said(doc_id bigint, body text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN coalesce(body, search_source(doc_id))
    """,
    # True to its cost, so that the planner never makes the keys of every row.
    """
    CREATE FUNCTION search_keys(doc_id bigint, body text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 3000
    RETURN (
        SELECT array_to_tsvector(
            array_agg(key) || (' ' || (doc_id >> 12) || 'a') || (' ' || (doc_id >> 16) || 'b')
        )
        FROM (
            SELECT CASE WHEN d IS NULL OR strpos(marks, c) > 0 OR strpos(marks, d) > 0 THEN c ELSE c || d END
            FROM (SELECT string_to_array(search_said(doc_id, body), NULL), %(marks)s) AS read(a, marks),
                unnest(a, a[2:]) AS neighbours(c, d)
            WHERE c <> ' '
            LIMIT 150000
        ) AS keys(key)
    )
    """,
)
MARKS = """' ,.:;!?()[]{}<>"''、。《》〈〉「」『』【】〔〕“”‘’…—·'"""
PAIRS = """
    CREATE FUNCTION search_pairs(t text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 3000 AS $$
        SELECT coalesce(array_agg(DISTINCT c || d), '{}') FROM (
            SELECT c, lead(c) OVER (ORDER BY n) AS d FROM string_to_table(t, NULL) WITH ORDINALITY AS s(c, n)
        ) AS neighbours
        WHERE c <> ' ' AND d <> ' '
    $$
"""
FORWARDS = (
    "DROP INDEX search_text_pairs",
    "DROP FUNCTION search_pairs(text)",
    "ALTER TABLE search_text ALTER body DROP NOT NULL",
    *FUNCTIONS,
    *sources.LAID,
)
BACKWARDS = (
    sources.DROPPED,
    "DROP FUNCTION search_keys(bigint, text)",
    "DROP FUNCTION search_said(bigint, text)",
    "DROP FUNCTION search_source(bigint)",
    "DROP FUNCTION search_fold(text)",
    "ALTER TABLE search_text ALTER body SET NOT NULL",
    PAIRS,
    "CREATE INDEX search_text_pairs ON search_text USING gin (search_pairs(body)) "
    "WITH (gin_pending_list_limit = 256)",
)


def leave_out(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    _carry_out(editor, FORWARDS)


def keep_again(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Whoever read from elsewhere has brought the texts back before (``sources.read_from``)."""
    _carry_out(editor, BACKWARDS)


def _carry_out(editor: BaseDatabaseSchemaEditor, statements: tuple[str, ...]) -> None:
    if editor.connection.vendor == "postgresql":
        for statement in statements:
            editor.execute(statement.replace("%(marks)s", MARKS), params=None)


class Migration(migrations.Migration):
    dependencies = [("search", "0002_pending_list")]
    operations = [migrations.RunPython(leave_out, keep_again)]
