"""Running totals of origins and of what was sent back: from here on every change is noted, what is there now, too."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from zhongshu.supervision.tallies import triggers

KEPT = "('origin', 'origin_ended', 'back', 'back_ended')"


def install(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    triggers.install(editor)
    triggers.note_all(editor)


def remove(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    triggers.remove(editor)
    for table in ("matters_tallychange", "matters_tally"):
        editor.execute(f"DELETE FROM {table} WHERE measure IN {KEPT}")  # noqa: S608  our own names


class Migration(migrations.Migration):
    dependencies = [("matters", "0008_parts_only"), ("supervision", "0016_rare_keys")]
    operations = [migrations.RunPython(install, remove)]
