"""Texts that wait to be sorted into the index are looked through by every search: no more than 256 kB of them wait."""

from django.db import migrations


def narrow(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER INDEX search_text_pairs SET (gin_pending_list_limit = 256)")


def widen(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER INDEX search_text_pairs RESET (gin_pending_list_limit)")


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(narrow, widen)]
