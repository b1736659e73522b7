"""The triggers that note every change of a matter which a total looks at, whoever makes it and however.

A migration that lets SQLite rebuild the table of matters drops them: it must call ``install`` again.
"""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

LOOKED_AT = (
    "organ_id", "kind", "lead_unit_id", "group", "state", "waits_for", "current_due", "stopped_on",
    "opened_at", "closed_at",
)  # fmt: skip
TARGET = (
    'INSERT INTO matters_tallychange (measure, organ_id, kind, unit_id, "group", state, waits_for, '
    "due, opened, closed, n, amount)"
)
COLUMNS = ", ".join(f'"{name}"' for name in LOOKED_AT)
DAY = {
    "sqlite": "date({row}.{name}, '+8 hours')",
    "postgresql": "({row}.{name} AT TIME ZONE 'Asia/Shanghai')::date",
}


def install(editor: BaseDatabaseSchemaEditor) -> None:
    """Create the triggers anew."""
    remove(editor)
    for statement in _statements(editor.connection.vendor):
        editor.execute(statement, params=None)


def remove(editor: BaseDatabaseSchemaEditor) -> None:
    """Drop the triggers, as far as they are there."""
    if editor.connection.vendor == "postgresql":
        editor.execute("DROP TRIGGER IF EXISTS matter_tally ON matters_matter")
        editor.execute("DROP FUNCTION IF EXISTS matter_tally()")
        return
    for act in ("insert", "update", "delete"):
        editor.execute(f"DROP TRIGGER IF EXISTS matter_tally_{act}")


def note_all(editor: BaseDatabaseSchemaEditor) -> None:
    """Note every matter there is, as if it had come in just now."""
    line = _line(editor.connection.vendor, "m", 1).replace("WHERE m.", "FROM matters_matter m WHERE m.")
    editor.execute(line, params=None)


def _statements(vendor: str) -> list[str]:
    return _postgresql() if vendor == "postgresql" else _sqlite()


def _line(vendor: str, row: str, n: int) -> str:
    opened, closed = (DAY[vendor].format(row=row, name=name) for name in ("opened_at", "closed_at"))
    due = f"CASE WHEN {row}.stopped_on IS NULL THEN {row}.current_due END"
    return (
        f"{TARGET} SELECT '', {row}.organ_id, {row}.kind, coalesce({row}.lead_unit_id, 0), {row}.\"group\", "
        f"{row}.state, {row}.waits_for, {due}, {opened}, {closed}, {n}, 0 "
        f'WHERE {row}."group" IN (1, 2);'
    )


def _sqlite() -> list[str]:
    taken, put = _line("sqlite", "OLD", -1), _line("sqlite", "NEW", 1)
    changed = " OR ".join(f'OLD."{name}" IS NOT NEW."{name}"' for name in LOOKED_AT)
    return [
        f"CREATE TRIGGER matter_tally_insert AFTER INSERT ON matters_matter BEGIN {put} END",
        f"CREATE TRIGGER matter_tally_delete AFTER DELETE ON matters_matter BEGIN {taken} END",
        f"CREATE TRIGGER matter_tally_update AFTER UPDATE OF {COLUMNS} ON matters_matter "
        f"WHEN {changed} BEGIN {taken} {put} END",
    ]


def _postgresql() -> list[str]:
    taken, put = _line("postgresql", "OLD", -1), _line("postgresql", "NEW", 1)
    old, new = (", ".join(f'{row}."{name}"' for name in LOOKED_AT) for row in ("OLD", "NEW"))
    return [
        "CREATE FUNCTION matter_tally() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF TG_OP = 'UPDATE' AND ({old}) IS NOT DISTINCT FROM ({new}) THEN RETURN NULL; END IF; "
        f"IF TG_OP <> 'INSERT' THEN {taken} END IF; "
        f"IF TG_OP <> 'DELETE' THEN {put} END IF; RETURN NULL; END $$",
        f"CREATE TRIGGER matter_tally AFTER INSERT OR DELETE OR UPDATE OF {COLUMNS} ON matters_matter "
        "FOR EACH ROW EXECUTE FUNCTION matter_tally()",
    ]
