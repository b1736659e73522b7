from decimal import Decimal

from django.db.models import Q, QuerySet, Sum

from zhongshu.finance.models import Decision
from zhongshu.kernel.actors import Actor
from zhongshu.matters.models import Group


def left_of(decision: Decision, *, but: int = 0) -> Decimal:
    """What of a decision's sum no living claim other than ``but`` rests on yet, in yuan."""
    stopped = Q(matter__group=Group.VOID) | Q(matter__state="refused")
    used = decision.claims.exclude(stopped).exclude(pk=but).aggregate(all=Sum("amount"))["all"]
    return decision.limit - (used or Decimal(0))


def decisions(actor: Actor) -> QuerySet[Decision]:
    """Decisions recorded in ``actor``'s organs, newest first."""
    rows = Decision.objects.filter(organ_id__in=sorted(actor.organ_ids))
    return rows.select_related("evidence", "recorded_by").order_by("-held_on", "-id")
