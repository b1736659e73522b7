from typing import Any

from django.db import migrations
from django.db.models import F


def bind_once(apps: Any, schema_editor: Any) -> None:
    """What an advance out of the same line covers was bound a second time while its claim waited: free it."""
    waiting = apps.get_model("finance", "Claim").objects.filter(
        reserved=True, offset__gt=0, advance__budget_line=F("budget_line")
    )
    lines = apps.get_model("finance", "BudgetLine").objects
    for line_id, offset in waiting.values_list("budget_line_id", "offset"):
        lines.filter(pk=line_id).update(reserved=F("reserved") - offset)


class Migration(migrations.Migration):
    dependencies = [("finance", "0008_decision_uses")]

    operations = [migrations.RunPython(bind_once, migrations.RunPython.noop)]
