"""Only what is open is listed by its date, what has ended by its number: indexes by date hold open matters."""

from django.db import migrations, models

BY_DUE = {
    "matter_ledger_by_due": ["organ", "kind", "group", "current_due", "id"],
    "matter_known_by_due": ["kind", "group", "current_due", "id"],
    "matter_unit_by_due": ["lead_unit", "group", "current_due", "id"],
}
OPEN = models.Q(("group", 1))


class Migration(migrations.Migration):
    dependencies = [("matters", "0010_search_reads_here")]
    operations = [
        step
        for name, fields in BY_DUE.items()
        for step in (
            migrations.RemoveIndex("matter", name),
            migrations.AddIndex("matter", models.Index(fields=fields, name=name, condition=OPEN)),
        )
    ] + [
        migrations.AddIndex(
            "matter",
            models.Index(fields=["lead_unit", "id"], name="matter_unit_ended", condition=models.Q(("group", 2))),
        )
    ]
