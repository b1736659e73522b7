"""The digest an entry builds on is that of the entry before it, and lies there already: it is not kept twice.

Chain and proof stay what they were: every digest still covers the one before it. The rows' own words are not touched.
"""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

GENESIS = bytes(32)
FILLED = (
    "UPDATE journal_entry SET prev_hash = coalesce((SELECT hash FROM journal_entry AS one "
    "WHERE one.stream = journal_entry.stream AND one.seq = journal_entry.seq - 1), %s)"
)
GUARD = (
    "CREATE TRIGGER journal_entry_no_{act} BEFORE {verb} ON journal_entry "
    "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
)


def leave(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Nothing to do before the column goes."""


def tell_again(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """On the way back: what lies in the entry before is written beside each again, the guards away meanwhile."""
    if editor.connection.vendor == "postgresql":
        editor.execute("ALTER TABLE journal_entry DISABLE TRIGGER journal_entry_no_update")
        editor.execute(FILLED, [GENESIS])
        editor.execute("ALTER TABLE journal_entry ENABLE TRIGGER journal_entry_no_update")
        return
    for act in ("update", "delete"):  # the table was made anew, without them
        editor.execute(f"DROP TRIGGER IF EXISTS journal_entry_no_{act}")
    editor.execute(FILLED, [GENESIS])
    for act in ("update", "delete"):
        editor.execute(GUARD.format(act=act, verb=act.upper()))


class Migration(migrations.Migration):
    dependencies = [("journal", "0002_append_only")]
    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField("entry", "prev_hash", models.BinaryField(default=b"", max_length=32))
            ]
        ),
        migrations.RunPython(leave, tell_again),
        migrations.RemoveField("entry", "prev_hash"),
    ]
