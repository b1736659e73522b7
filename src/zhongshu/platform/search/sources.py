"""Where PostgreSQL reads the text of a document: for the migrations of whoever owns the documents."""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

NOWHERE = "SELECT NULL::text"
DROPPED = "DROP INDEX search_text_keys"
LAID = (
    "CREATE INDEX search_text_keys ON search_text USING gin (search_keys(doc_id, body)) "
    "WITH (gin_pending_list_limit = 256)",
    # ANALYZE would make the keys of 30,000 texts, and no plan needs what it finds
    "ALTER INDEX search_text_keys ALTER COLUMN 1 SET STATISTICS 0",
)


def read_from(editor: BaseDatabaseSchemaEditor, source: str) -> None:
    """From here on a text is read by the SQL ``source``, which tells that of the document ``$1`` as it is folded.

    Tables and functions in it are named with their schema, as an index is restored without a search path. Copies
    that ``source`` tells as well are dropped, those it does not are kept; a document is told of anew whenever its
    text has changed (``services.index``). With ``NOWHERE`` all is copied back. SQLite keeps no text at all.
    """
    if editor.connection.vendor != "postgresql":
        return
    for statement in (
        "CREATE TEMPORARY TABLE search_held ON COMMIT DROP AS "
        "SELECT doc_id, search_said(doc_id, body) AS body FROM search_text",
        DROPPED,
        "TRUNCATE search_text",
        told_by(source),
        "INSERT INTO search_text (doc_id, body) "
        "SELECT doc_id, nullif(body, search_source(doc_id)) FROM search_held ORDER BY doc_id",
        "DROP TABLE search_held",
        *LAID,
    ):
        editor.execute(statement, params=None)


def told_by(source: str) -> str:
    """The function that reads a text, in SQL; asked for each document put in, so its plan is kept (0004)."""
    return (
        "CREATE OR REPLACE FUNCTION search_source(doc_id bigint) RETURNS text "
        f"LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 50 AS $source$BEGIN RETURN ({source}); END$source$"
    )
