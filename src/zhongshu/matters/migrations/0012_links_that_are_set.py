"""Two kinds of link that nothing ever set are gone; each that is left has its act."""

from django.db import migrations, models

KINDS = [
    ("arises_from", "来自"),
    ("decomposes", "分解自"),
    ("same_source", "同一来源"),
    ("relates_to", "相关"),
    ("succeeds", "接续"),
]


class Migration(migrations.Migration):
    dependencies = [("matters", "0011_open_by_due")]
    operations = [migrations.AlterField("link", "kind", models.CharField(choices=KINDS, max_length=12))]
