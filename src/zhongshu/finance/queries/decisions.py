from collections.abc import Iterable
from decimal import Decimal

from django.db.models import Case, F, Q, QuerySet, Sum, Value, When
from django.utils.translation import gettext as _

from zhongshu.finance import policies
from zhongshu.finance.models import Claim, Decision, DecisionUse, Undertaking
from zhongshu.finance.queries.living import stopped
from zhongshu.finance.queries.running import SUM
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import NotFound
from zhongshu.matters.models import Matter

MOST_OFFERED = 100


def left_of(decision: Decision, *, but: int = 0) -> Decimal:
    """What of a decision's sum nothing living but the matter ``but`` rests on yet, in yuan."""
    return left_of_each([decision], but=but)[decision.pk]


def left_of_each(found: Iterable[Decision], *, but: int = 0) -> dict[int, Decimal]:
    """As ``left_of``, of several decisions.

    A payment of a contract and a contract of a project count once: within what they belong to; so does what a claim
    settles of an advance.
    """
    left = {one.pk: one.limit for one in found}
    own = F("decision_id")
    settled = When(advance__decision_id=own, then=F("offset"))
    beyond = F("amount") - Case(settled, default=Value(0), output_field=SUM)
    claims = Claim.objects.exclude(contract__decision_id=own).annotate(taken=beyond)
    undertakings = Undertaking.objects.exclude(project__decision_id=own).annotate(taken=F("amount"))
    for rows in (claims, undertakings):
        resting = rows.exclude(stopped()).exclude(pk=but).filter(decision_id__in=left)
        for pk, used in resting.values_list("decision_id").annotate(Sum("taken")):
            left[pk] -= used
    above = DecisionUse.objects.filter(decision_id__in=left).values_list("decision_id")
    for pk, used in above.annotate(Sum("amount")):
        left[pk] -= used
    return left


def decisions(actor: Actor) -> QuerySet[Decision]:
    """The register of decisions in ``actor``'s organs, newest first; for who watches money."""
    policies.may_watch(actor).require()
    return decided_for(actor)


def decided_for(actor: Actor) -> QuerySet[Decision]:
    """Decisions on which something of ``actor``'s organs may rest, newest first."""
    rows = Decision.objects.filter(organ_id__in=sorted(actor.organ_ids))
    return rows.select_related("evidence", "recorded_by").order_by("-held_on", "-id")


def to_rest_on(actor: Actor) -> list[tuple[int, str]]:
    """The newest decisions on which something of ``actor``'s organs may rest: number, and in words what is left of it."""
    found = list(decided_for(actor)[:MOST_OFFERED])
    left = left_of_each(found)
    words = _("%(meeting)s · %(item)s · 批准 %(limit)s 元，还剩 %(left)s 元")
    return [
        (
            one.pk,
            words
            % {
                "meeting": one.meeting,
                "item": one.item,
                "limit": f"{one.limit:,.2f}",
                "left": f"{left[one.pk]:,.2f}",
            },
        )
        for one in found
    ]


def decision(actor: Actor, decision_id: int) -> Decision:
    """One decision of ``actor``'s organs with its evidence; else it does not exist (404)."""
    found = decided_for(actor).select_related("evidence__blob").filter(pk=decision_id).first()
    if found is None:
        raise NotFound("no_such_decision", _("没有这项会议决定。"), hint=_("请从大额与重大页面打开。"))
    return found


def decision_for_update(decision_id: int, organ_id: int) -> Decision:
    """A decision of the organ, locked until the end of the transaction: what rests on it is added up one by one."""
    found = Decision.objects.select_for_update().filter(pk=decision_id, organ_id=organ_id).first()
    if found is None:
        raise NotFound("no_such_decision", _("没有这项会议决定。"), hint=_("请选本机关登记的会议决定。"))
    return found


def knows_of(actor: Actor, decision: Decision) -> bool:
    """Whether ``actor`` may know of a claim, contract or project that rests on the decision."""
    resting = Q(claim__decision=decision) | Q(undertaking__decision=decision)
    return Matter.objects.visible_to(actor).filter(resting).exists()
