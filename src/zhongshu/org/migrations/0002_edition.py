"""The database itself notes that the organisation has changed, by whatever hand."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TABLES = (
    "org_unit",
    "org_unitalias",
    "org_post",
    "org_person",
    "org_appointment",
    "org_leave",
    "org_standin",
)
ACTS = ("insert", "update", "delete")
# Before the rows are touched, so that those who change the organisation queue here and not for one another's rows.
POSTGRESQL_FUNCTION = """
CREATE FUNCTION org_next_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO org_edition (id, token) VALUES (1, replace(gen_random_uuid()::text, '-', ''))
  ON CONFLICT (id) DO UPDATE SET token = EXCLUDED.token;
  RETURN NULL;
END $$
"""
# Not "or replace": the conflict clause of the statement outside would rule inside the trigger.
SQLITE_TRIGGER = """
CREATE TRIGGER {table}_new_edition_{act} AFTER {act} ON {table} BEGIN
  DELETE FROM org_edition;
  INSERT INTO org_edition (id, token) VALUES (1, lower(hex(randomblob(16))));
END
"""


def watch(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute(POSTGRESQL_FUNCTION)
        for table in TABLES:
            editor.execute(
                f"CREATE TRIGGER {table}_new_edition BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION org_next_edition()"
            )
        return
    for table in TABLES:
        for act in ACTS:
            editor.execute(SQLITE_TRIGGER.format(table=table, act=act))


def look_away(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "postgresql":
        for table in TABLES:
            editor.execute(f"DROP TRIGGER {table}_new_edition ON {table}")
        editor.execute("DROP FUNCTION org_next_edition()")
        return
    for table in TABLES:
        for act in ACTS:
            editor.execute(f"DROP TRIGGER {table}_new_edition_{act}")


def first(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("org", "Edition").objects.create(pk=1, token="first")  # noqa: S106


class Migration(migrations.Migration):
    dependencies = [("org", "0001_initial")]
    operations = [
        migrations.CreateModel(
            name="Edition",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                ("token", models.CharField(max_length=32)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="org_one_edition"),
                ],
            },
        ),
        migrations.RunPython(first, migrations.RunPython.noop),
        migrations.RunPython(watch, look_away),
    ]
