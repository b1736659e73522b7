"""Parts of parts that were handed out before are known to all above them, up to the top (law 4)."""

from django.db import migrations


def make_known(apps, schema_editor):
    directives, grants = apps.get_model("supervision", "Directive"), apps.get_model("matters", "Grant").objects
    deep = directives.objects.filter(matter__parent__parent__isnull=False).select_related("matter")
    for part in deep.order_by("pk").iterator(chunk_size=500):
        wanted, above = set(), part.matter.parent_id
        while above:
            whole = directives.objects.select_related("matter").get(pk=above)
            people = {f"p:{one}" for one in (whole.approver_id, whole.instructed_by_id) if one}
            wanted |= {f"u:{whole.matter.unit_id}", *people}
            above = whole.matter.parent_id
        there = set(grants.filter(matter=part.pk).values_list("principal", flat=True))
        at = part.matter.opened_at
        rows = [
            {"matter_id": part.pk, "principal": key, "origin": "decomposed", "at": at}
            for key in wanted - there
        ]
        grants.bulk_create([grants.model(**row) for row in rows])


class Migration(migrations.Migration):
    dependencies = [("supervision", "0022_clues_are_reserved"), ("matters", "0013_grant_by_matter")]

    operations = [migrations.RunPython(make_known, migrations.RunPython.noop)]
