from decimal import Decimal

from django.db.models import Q, QuerySet, Sum
from django.utils.translation import gettext as _

from zhongshu.finance import policies
from zhongshu.finance.models import Decision
from zhongshu.finance.queries.living import stopped
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import NotFound
from zhongshu.matters.models import Matter


def left_of(decision: Decision, *, but: int = 0) -> Decimal:
    """What of a decision's sum nothing living but the matter ``but`` rests on yet, in yuan.

    A payment of a contract and a contract of a project count once: within what they belong to.
    """
    claims = decision.claims.exclude(stopped()).exclude(contract__decision=decision)
    undertakings = decision.undertakings.exclude(stopped()).exclude(project__decision=decision)
    used = (rows.exclude(pk=but).aggregate(all=Sum("amount"))["all"] for rows in (claims, undertakings))
    return decision.limit - sum((one or Decimal(0) for one in used), Decimal(0))


def decisions(actor: Actor) -> QuerySet[Decision]:
    """The register of decisions in ``actor``'s organs, newest first; for who watches money."""
    policies.may_watch(actor).require()
    return decided_for(actor)


def decided_for(actor: Actor) -> QuerySet[Decision]:
    """Decisions on which something of ``actor``'s organs may rest, newest first."""
    rows = Decision.objects.filter(organ_id__in=sorted(actor.organ_ids))
    return rows.select_related("evidence", "recorded_by").order_by("-held_on", "-id")


def decision(actor: Actor, decision_id: int) -> Decision:
    """One decision of ``actor``'s organs with its evidence; else it does not exist (404)."""
    found = decided_for(actor).select_related("evidence__blob").filter(pk=decision_id).first()
    if found is None:
        raise NotFound("no_such_decision", _("没有这项会议决定。"), hint=_("请从大额与重大页面打开。"))
    return found


def knows_of(actor: Actor, decision: Decision) -> bool:
    """Whether ``actor`` may know of a claim, contract or project that rests on the decision."""
    resting = Q(claim__decision=decision) | Q(undertaking__decision=decision)
    return Matter.objects.visible_to(actor).filter(resting).exists()
