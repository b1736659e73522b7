"""Evidence that newer evidence replaces stays with the matter and proves nothing any more."""

from django.db import migrations, models

ROLES = [
    ("source", "来源文件"),
    ("progress", "进展材料"),
    ("evidence", "办结佐证"),
    ("superseded", "原佐证，已被代替"),
    ("paper", "生成文书"),
]


class Migration(migrations.Migration):
    dependencies = [("matters", "0013_grant_by_matter")]
    operations = [
        migrations.AlterField("attachment", "role", models.CharField(choices=ROLES, max_length=10)),
    ]
