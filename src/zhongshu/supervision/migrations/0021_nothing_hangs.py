"""What hung on matters that have ended is settled: undecided requests, standing clocks, slips, figures, drafts."""

from django.db import migrations, models
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce, Now

from zhongshu.kernel.clock import local_day

WHY = "事项已了结，随之了结。"


def settle(apps, schema_editor):
    directives = apps.get_model("supervision", "Directive").objects
    ended = directives.exclude(matter__group=1)
    of_row = directives.filter(pk=OuterRef("directive_id"))
    closed = Coalesce(Subquery(of_row.values("matter__closed_at")[:1]), Now())
    for name in ("Extension", "Suspension"):
        rows = apps.get_model("supervision", name).objects.filter(directive__in=ended)
        rows.filter(decided_at=None).update(approved=False, opinion=WHY, decided_at=closed)
    stands = rows.filter(approved=True, resumed_on=None).select_related("directive__matter")
    for one in stands.iterator(chunk_size=500):
        one.resumed_on = local_day(one.directive.matter.closed_at or one.decided_at)
        one.resume_reason = WHY
        one.save(update_fields=["resumed_on", "resume_reason"])
    slips = apps.get_model("supervision", "Slip").objects.filter(directive__in=ended)
    slips.filter(acknowledged_at=None).update(lapsed_at=closed)
    asks = apps.get_model("supervision", "Ask").objects.filter(directive__in=ended)
    asks.filter(given_at=None).update(lapsed_at=closed)
    papers = apps.get_model("supervision", "Paper").objects.filter(directive__in=ended)
    papers.filter(state="draft").update(state="discarded")


class Migration(migrations.Migration):
    dependencies = [("supervision", "0020_same_words")]

    operations = [
        migrations.AddField("slip", "lapsed_at", models.DateTimeField(null=True)),
        migrations.AddField("ask", "lapsed_at", models.DateTimeField(null=True)),
        migrations.RunPython(settle, migrations.RunPython.noop),
    ]
