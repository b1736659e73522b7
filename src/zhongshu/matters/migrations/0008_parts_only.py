"""Few matters are parts of another: only those are in the index of parts."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("matters", "0007_grant_key")]
    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    "matter",
                    "parent",
                    models.ForeignKey(
                        "matters.matter", models.PROTECT, db_index=False, null=True, related_name="children"
                    ),
                )
            ],
            database_operations=[  # not by AlterField: SQLite would make the table anew, without its triggers
                migrations.RunSQL(
                    "DROP INDEX matters_matter_parent_id_9015f2ad",
                    "CREATE INDEX matters_matter_parent_id_9015f2ad ON matters_matter (parent_id)",
                )
            ],
        ),
        migrations.AddIndex(
            "matter",
            models.Index(
                fields=["parent"], name="matter_parts", condition=models.Q(("parent__isnull", False))
            ),
        ),
    ]
