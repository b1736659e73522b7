"""The triggers that note under which origin, and among those sent back, a matter is counted, whoever changes it.

The spine's own triggers (``matters.tallies``) look at the matter alone; these look at both rows. A migration that
lets SQLite rebuild either table drops them: it must call ``install`` again.
"""

from django.db import connection
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from zhongshu.matters.models import Measure
from zhongshu.matters.tallies import NEVER, local_day_sql, month_sql

OF_MATTER = ("organ_id", "kind", "lead_unit_id", "group", "current_due", "stopped_on", "closed_at")
OF_DIRECTIVE = ("origin", "returns")
MATTERS, DIRECTIVES = "matters_matter", "supervision_directive"
TARGET = (
    'INSERT INTO matters_tallychange (measure, organ_id, kind, unit_id, "group", state, waits_for, '
    "due, opened, closed, n, amount)"
)


def install(editor: BaseDatabaseSchemaEditor) -> None:
    """Create the triggers anew."""
    remove(editor)
    for statement in _postgresql() if editor.connection.vendor == "postgresql" else _sqlite():
        editor.execute(statement, params=None)


def remove(editor: BaseDatabaseSchemaEditor) -> None:
    """Drop the triggers, as far as they are there."""
    if editor.connection.vendor == "postgresql":
        for table, name in ((MATTERS, "matter_origin"), (DIRECTIVES, "directive_origin")):
            editor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")
            editor.execute(f"DROP FUNCTION IF EXISTS {name}()")
        return
    for name in (
        "matter_origin",
        "directive_origin_insert",
        "directive_origin_update",
        "directive_origin_delete",
    ):
        editor.execute(f"DROP TRIGGER IF EXISTS {name}")


def note_all(editor: BaseDatabaseSchemaEditor) -> None:
    """Note every matter there is, as if it had come in just now."""
    editor.execute(
        _lines("m", "d", f"{MATTERS} m JOIN {DIRECTIVES} d ON d.matter_id = m.id", "", 1), params=None
    )


def _lines(matter: str, directive: str, rows: str, which: str, n: int) -> str:
    """Each matter of ``rows`` under its origin and, where it was sent back, under its lead unit."""
    day = "DATE " if connection.vendor == "postgresql" else ""
    is_open = f'{matter}."group" = 1'
    month = month_sql(local_day_sql(matter, "closed_at"))
    due = f"coalesce(CASE WHEN {matter}.stopped_on IS NULL THEN {matter}.current_due END, {day}'{NEVER}')"
    counted = f'({is_open} OR {matter}."group" = 2 AND {matter}.closed_at IS NOT NULL)' + which
    none = "CAST(NULL AS date)"

    def line(of_open: Measure, of_ended: Measure, unit: str, code: str, opened: str, more: str) -> str:
        return (
            f"SELECT CASE WHEN {is_open} THEN '{of_open}' ELSE '{of_ended}' END, {matter}.organ_id, {matter}.kind, "  # noqa: S608
            f"{unit}, {matter}.\"group\", {code}, '', CASE WHEN {is_open} THEN {opened} ELSE {month} END, "
            f"{none}, {none}, {n}, 0 FROM {rows} WHERE {counted}{more}"
        )

    origin = line(Measure.ORIGIN, Measure.ORIGIN_ENDED, "0", f"{directive}.origin", due, "")
    unit = f"coalesce({matter}.lead_unit_id, 0)"
    back = line(Measure.BACK, Measure.BACK_ENDED, unit, "''", none, f" AND {directive}.returns > 0")
    return f"{TARGET} {origin} UNION ALL {back};"


def _of_matter(row: str, n: int) -> str:
    return _lines(row, "d", f"{DIRECTIVES} d", f" AND d.matter_id = {row}.id", n)


def _of_directive(row: str, n: int) -> str:
    return _lines("m", row, f"{MATTERS} m", f" AND m.id = {row}.matter_id", n)


def _named(columns: tuple[str, ...], row: str = "") -> str:
    return ", ".join(f'{row}"{name}"' for name in columns)


def _sqlite() -> list[str]:
    def changed(columns: tuple[str, ...]) -> str:
        return " OR ".join(f'OLD."{name}" IS NOT NEW."{name}"' for name in columns)

    return [
        f"CREATE TRIGGER matter_origin AFTER UPDATE OF {_named(OF_MATTER)} ON {MATTERS} WHEN {changed(OF_MATTER)} "
        f"BEGIN {_of_matter('OLD', -1)} {_of_matter('NEW', 1)} END",
        f"CREATE TRIGGER directive_origin_insert AFTER INSERT ON {DIRECTIVES} BEGIN {_of_directive('NEW', 1)} END",
        f"CREATE TRIGGER directive_origin_delete AFTER DELETE ON {DIRECTIVES} BEGIN {_of_directive('OLD', -1)} END",
        f"CREATE TRIGGER directive_origin_update AFTER UPDATE OF {_named(OF_DIRECTIVE)} ON {DIRECTIVES} "
        f"WHEN {changed(OF_DIRECTIVE)} BEGIN {_of_directive('OLD', -1)} {_of_directive('NEW', 1)} END",
    ]


def _postgresql() -> list[str]:
    def function(name: str, columns: tuple[str, ...], old: str, new: str) -> str:
        same = f"({_named(columns, 'OLD.')}) IS NOT DISTINCT FROM ({_named(columns, 'NEW.')})"
        return (
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF TG_OP = 'UPDATE' AND {same} THEN RETURN NULL; END IF; "
            f"IF TG_OP <> 'INSERT' THEN {old} END IF; IF TG_OP <> 'DELETE' THEN {new} END IF; RETURN NULL; END $$"
        )

    return [
        function("matter_origin", OF_MATTER, _of_matter("OLD", -1), _of_matter("NEW", 1)),
        f"CREATE TRIGGER matter_origin AFTER UPDATE OF {_named(OF_MATTER)} ON {MATTERS} "
        "FOR EACH ROW EXECUTE FUNCTION matter_origin()",
        function("directive_origin", OF_DIRECTIVE, _of_directive("OLD", -1), _of_directive("NEW", 1)),
        f"CREATE TRIGGER directive_origin AFTER INSERT OR DELETE OR UPDATE OF {_named(OF_DIRECTIVE)} ON {DIRECTIVES} "
        "FOR EACH ROW EXECUTE FUNCTION directive_origin()",
    ]
