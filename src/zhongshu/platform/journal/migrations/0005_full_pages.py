"""Entries are numbered as they come: a page of the index by number, once left, is not written to again and may be full."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def fill(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute("ALTER INDEX journal_entry_pkey SET (fillfactor = 100)")


def leave_room(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute("ALTER INDEX journal_entry_pkey RESET (fillfactor)")


class Migration(migrations.Migration):
    dependencies = [("journal", "0004_guards_again")]
    operations = [migrations.RunPython(fill, leave_room)]
