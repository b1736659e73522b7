"""Who is in charge of what since when. SQLite builds the table anew for it, so its triggers are set again."""

from datetime import date

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

BEFORE_DATES_WERE_KEPT = date(2020, 1, 1)
SQLITE_TRIGGER = """
CREATE TRIGGER IF NOT EXISTS org_charge_new_edition_{act} AFTER {act} ON org_charge BEGIN
  DELETE FROM org_edition;
  INSERT INTO org_edition (id, token) VALUES (1, lower(hex(randomblob(16))));
END
"""


def watch_again(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "sqlite":
        for act in ("insert", "update", "delete"):
            editor.execute(SQLITE_TRIGGER.format(act=act))


class Migration(migrations.Migration):
    dependencies = [("org", "0003_charge")]
    operations = [
        migrations.RemoveConstraint("charge", "org_charge_once"),
        migrations.AddField(
            "charge", "starts_on", models.DateField(default=BEFORE_DATES_WERE_KEPT), preserve_default=False
        ),
        migrations.AddField("charge", "ends_on", models.DateField(null=True)),
        migrations.AddConstraint(
            "charge",
            models.UniqueConstraint(
                fields=["post", "unit"], name="org_charge_once", condition=models.Q(ends_on__isnull=True)
            ),
        ),
        migrations.AddConstraint(
            "charge",
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True) | models.Q(ends_on__gte=models.F("starts_on")),
                name="org_charge_ends_after_it_starts",
            ),
        ),
        migrations.RunPython(watch_again, migrations.RunPython.noop),
    ]
