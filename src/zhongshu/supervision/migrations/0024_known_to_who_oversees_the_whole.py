"""Parts handed out before are known to who oversees the organ of each whole above them (law 4)."""

from django.db import migrations


def make_known(apps, schema_editor):
    directives, grants = apps.get_model("supervision", "Directive"), apps.get_model("matters", "Grant").objects
    matters = apps.get_model("matters", "Matter").objects
    parts = directives.objects.filter(matter__parent__isnull=False).select_related("matter")
    for part in parts.order_by("pk").iterator(chunk_size=500):
        wanted, above = set(), part.matter.parent_id
        while above:
            organ, above = matters.values_list("organ_id", "parent_id").get(pk=above)
            wanted.add(f"o:{organ}")
        there = set(grants.filter(matter=part.pk).values_list("principal", flat=True))
        rows = [
            {"matter_id": part.pk, "principal": key, "origin": "decomposed", "at": part.matter.opened_at}
            for key in sorted(wanted - there)
        ]
        grants.bulk_create([grants.model(**row) for row in rows])


class Migration(migrations.Migration):
    dependencies = [("supervision", "0023_known_to_those_above")]

    operations = [migrations.RunPython(make_known, migrations.RunPython.noop)]
