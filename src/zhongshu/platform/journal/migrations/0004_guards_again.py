"""The guards stand after the table was made anew, as SQLite before 3.35 has it when a column goes."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

GUARD = (
    "CREATE TRIGGER IF NOT EXISTS journal_entry_no_{act} BEFORE {verb} ON journal_entry "
    "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
)


def guard(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "sqlite":
        for act in ("update", "delete"):
            editor.execute(GUARD.format(act=act, verb=act.upper()))


class Migration(migrations.Migration):
    dependencies = [("journal", "0003_heads_not_twice")]
    operations = [migrations.RunPython(guard, migrations.RunPython.noop)]
