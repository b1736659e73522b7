"""Who is in charge of what (分管), today, before and planned."""

from datetime import date

from django.db.models import QuerySet

from zhongshu.org.models import Charge, Unit
from zhongshu.org.queries.periods import in_force


def charges_on(organ: Unit, day: date) -> QuerySet[Charge]:
    """What posts are in charge of in an organ on ``day``, in the order of the tree."""
    rows = Charge.objects.filter(in_force(day), unit__path__startswith=organ.path)
    return rows.select_related("post", "unit").order_by("unit__path", "post__order", "id")


def charges_of(post_id: int, day: date) -> list[int]:
    """Ids of the units that a post is in charge of on ``day``."""
    return list(Charge.objects.filter(in_force(day), post=post_id).values_list("unit_id", flat=True))


def charge_history(organ: Unit) -> QuerySet[Charge]:
    """Every period of an organ, the newest first."""
    rows = Charge.objects.filter(unit__path__startswith=organ.path).select_related("post", "unit")
    return rows.order_by("-starts_on", "-id")
