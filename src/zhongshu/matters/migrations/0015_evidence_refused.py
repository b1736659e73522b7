"""Evidence that the verifier does not take stays with the matter, marked so, and proves nothing."""

from django.db import migrations, models

ROLES = [
    ("source", "来源文件"),
    ("progress", "进展材料"),
    ("evidence", "办结佐证"),
    ("superseded", "原佐证，已被代替"),
    ("refused", "佐证，审核未认可"),
    ("paper", "生成文书"),
]


class Migration(migrations.Migration):
    dependencies = [("matters", "0014_evidence_superseded")]
    operations = [
        migrations.AlterField("attachment", "role", models.CharField(choices=ROLES, max_length=10)),
    ]
