"""Keys that most matters leave empty: indexed where they are filled and asked for, else not at all."""

from django.db import migrations, models

DIRECTIVE, PERSON = "supervision_directive", "org.person"
NAMES = {
    "approver": "supervision_directive_approver_id_c0cfe97b",
    "blocker_noted_by": "supervision_directive_blocker_noted_by_id_f5e9a6e6",
    "closed_out_by": "supervision_directive_closed_out_by_id_000b7cd8",
    "feedback_signed_by": "supervision_directive_feedback_signed_by_id_9de46bbd",
    "instructed_by": "supervision_directive_instructed_by_id_02a63e97",
    "risk_judged_by": "supervision_directive_risk_judged_by_id_82dc5d83",
    "verified_by": "supervision_directive_verified_by_id_f9f9d8e0",
    "intake": "supervision_directive_intake_id_dd74b031",
}


def field(name: str) -> models.ForeignKey:
    if name == "intake":
        return models.ForeignKey(
            "supervision.intake", models.PROTECT, db_index=False, null=True, related_name="directives"
        )
    return models.ForeignKey(PERSON, models.PROTECT, db_index=False, null=True, related_name="+")


def rare(name: str) -> migrations.AddIndex:
    filled = models.Q((f"{name}__isnull", False))
    return migrations.AddIndex(
        "directive", models.Index(fields=[name], name=f"directive_{name}", condition=filled)
    )


class Migration(migrations.Migration):
    dependencies = [("supervision", "0015_blocker_note")]
    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[migrations.AlterField("directive", name, field(name)) for name in NAMES],
            database_operations=[  # not by AlterField: SQLite would make the table anew, eight times
                migrations.RunSQL(f"DROP INDEX {known}", f"CREATE INDEX {known} ON {DIRECTIVE} ({name}_id)")
                for name, known in NAMES.items()
            ],
        ),
        rare("intake"),
        rare("instructed_by"),
    ]
