from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet

from zhongshu.finance import rules
from zhongshu.finance.models import Claim, LargeKind, Threshold
from zhongshu.kernel.actors import Actor
from zhongshu.matters.models import Group


def threshold(organ_id: int, on: date, kind: str = LargeKind.CLAIM) -> Threshold | None:
    """The threshold in force on a day; None where none has been set in writing yet."""
    rows = Threshold.objects.filter(organ_id=organ_id, kind=kind, valid_from__lte=on)
    return rows.order_by("-valid_from").first()


def paid_to(payee: str, organ_id: int, on: date) -> list[Claim]:
    """Claims of an organ to one payee within the days that are added up, those refused or void left out."""
    rows = Claim.objects.filter(payee=payee, matter__organ_id=organ_id, submitted_on__lte=on)
    rows = rows.filter(submitted_on__gte=on - rules.split_within())
    stopped = Q(matter__group=Group.VOID) | Q(matter__state="refused")
    return list(rows.exclude(stopped).select_related("matter").order_by("submitted_on", "pk"))


def large(actor: Actor, since: date) -> QuerySet[Claim]:
    """Claims at or above the threshold, or decided by a meeting, in ``actor``'s organs, newest first."""
    organs = sorted(actor.organ_ids)
    lowest = min(
        (one.amount for one in Threshold.objects.filter(organ_id__in=organs, kind=LargeKind.CLAIM)),
        default=Decimal("Infinity"),
    )
    rows = Claim.objects.filter(matter__organ_id__in=organs, submitted_on__gte=since)
    by_sum = Q(amount__gte=lowest) if lowest.is_finite() else Q(pk__in=[])
    rows = rows.filter(by_sum | Q(decision__isnull=False))
    return rows.select_related("matter__unit", "claimant", "decision", "budget_line").order_by("-pk")


def thresholds(actor: Actor) -> QuerySet[Threshold]:
    """Every threshold ever set in ``actor``'s organs, the newest first."""
    rows = Threshold.objects.filter(organ_id__in=sorted(actor.organ_ids))
    return rows.select_related("organ", "set_by").order_by("kind", "-valid_from")
