from decimal import Decimal
from typing import Any

from django.db import migrations, models


def as_raised(apps: Any, _editor: Any) -> None:
    """What was raised before stands as it was raised."""
    apps.get_model("finance", "SplitFlag").objects.update(today=models.F("total"))


class Migration(migrations.Migration):
    dependencies = [("finance", "0009_bound_once")]
    operations = [
        migrations.AddField(
            "splitflag", "today", models.DecimalField(decimal_places=2, default=Decimal(0), max_digits=16)
        ),
        migrations.AddField("splitflag", "cleared_at", models.DateTimeField(null=True)),
        migrations.RunPython(as_raised, migrations.RunPython.noop),
    ]
