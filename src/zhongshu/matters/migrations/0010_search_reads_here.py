"""PostgreSQL: search reads a matter's words in the matter (as ``matters.services.open.searchable`` puts them together)."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from zhongshu.platform.search import sources

TEXT = (
    "SELECT {schema}.search_fold(number || chr(10) || title || chr(10) || body) "
    "FROM {schema}.matters_matter WHERE id = $1"
)


def read_here(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "postgresql":
        with editor.connection.cursor() as cursor:
            cursor.execute("SELECT quote_ident(current_schema())")
            (schema,) = cursor.fetchone()
        sources.read_from(editor, TEXT.format(schema=schema))


def copy_again(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    sources.read_from(editor, sources.NOWHERE)


class Migration(migrations.Migration):
    dependencies = [("matters", "0009_desk_by_role"), ("search", "0003_no_second_copy")]
    operations = [migrations.RunPython(read_here, copy_again)]
