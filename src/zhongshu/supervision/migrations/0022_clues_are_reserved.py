"""Why a matter was handed to an authority stands in its journal alone, where it is not for everybody (D-11, D-12)."""

from django.db import migrations


def withhold(apps, schema_editor):
    gone = apps.get_model("supervision", "Directive").objects.filter(matter__state="transferred")
    gone.exclude(ended_reason="").update(ended_reason="")
    held = apps.get_model("matters", "Assignment").objects.filter(
        matter__in=gone.values("pk"), outcome="withdrawn"
    )
    held.exclude(opinion="").update(opinion="")


class Migration(migrations.Migration):
    dependencies = [("supervision", "0021_nothing_hangs")]

    operations = [migrations.RunPython(withhold, migrations.RunPython.noop)]
