"""Before anybody agrees: the gate of large sums, no payment before approval, none without proof."""

from collections.abc import Callable
from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.approvals.grammar import Power, Stage, kin_clash
from zhongshu.approvals.models import Approval, LegState
from zhongshu.approvals.queries import flow_of
from zhongshu.finance import policies, queries, rules
from zhongshu.finance.models import Claim, Outlay
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Conflict
from zhongshu.kernel.verdicts import YES, Verdict, not_now
from zhongshu.org import queries as org

DECIDED = (Power.REVIEW, Power.APPROVE_PAYMENT, Power.PAY)


def guard(approval: Approval, stage: Stage | None, actor: Actor, at: datetime) -> None:
    """Before anybody agrees: whatever :func:`hinders` tells, and no payment nor entry in the books without proof."""
    claim = queries.claim_for_update(approval.pk)
    if claim is None or stage is None:
        return
    claim.matter = approval.matter
    _hinders(claim, approval, stage, actor).require()
    if (stage.power == Power.PAY and not claim.pay_way) or (stage.power == Power.BOOK and not claim.voucher):
        raise Conflict(
            "no_proof",
            _("付款要写明方式和凭据号，记账要写明凭证号。"),
            hint=_("请打开单据，用“付款”或“记账”办理。"),
        )


def hinders(approval: Approval, stage: Stage | None, actor: Actor) -> Verdict:
    """Why ``actor`` may not agree to a claim in a stage now, as its page tells him before he tries."""
    claim: Claim | None = getattr(approval.matter, "claim", None)
    return _hinders(claim, approval, stage, actor) if claim and stage else YES


def undoes(approval: Approval) -> Callable[[Power | None], Verdict]:
    """Money that went out is not undone: the claim may at most go back to the till."""
    claim: Claim | None = getattr(approval.matter, "claim", None)
    paid = claim is not None and claim.paid_at is not None
    return lambda power: rules.paid_stays(paid=paid, power=power)


def _hinders(claim: Claim, approval: Approval, stage: Stage, actor: Actor) -> Verdict:
    """No large sum without a decision (M-15), no payment before approval, nobody's own money (F-01).

    The decision is asked for from the review on, where whoever reviews can link it.
    """
    asks = asks_for_decision(approval, stage, reviewed=claim.reviewed_at is not None)
    found = not_ones_own(claim, actor, stage) and as_large(approval, claim, asks=asks)
    if not found:
        return found
    if stage.power == Power.PAY and _approval_missing(approval):
        return not_now("not_approved", _("还没有批完，不能付款。"), _("请等审批通过。"))
    pays = stage.power in (Power.PAY, Power.BOOK)
    return rules.F_01_own_claim(pays and policies.is_party(actor, claim))


def not_ones_own(one: Outlay, actor: Actor, stage: Stage) -> Verdict:
    """Nobody decides on money that goes to himself (F-01) or a relative (F-06), whoever hands the paper in."""
    own = rules.F_01_own_money(policies.is_paid(actor, one))
    relatives = (person.name for person in org.relatives_of(actor.seats))
    return own and rules.F_06_relatives_money(one.other_side, relatives, kin_clash(stage.power))


def as_large(approval: Approval, one: Outlay, *, asks: bool) -> Verdict:
    """What a large paper needs: a decision (M-15) where its stage ``asks`` for one, and a form that says it is large.

    One whose form does not say so would go past who must sign it (F-06).
    """
    undecided, small = asks and one.decision_id is None, approval.values.get("large") == "no"
    limit = queries.limit_of(one) if undecided or small else None
    if limit and undecided:
        return rules.M_15_gate(one.amount, limit.amount, has_decision=False)
    if limit:
        sentence = _("这张单据达到大额标准，现在走的却不是大额的路。")
        return not_now("became_large", sentence, _("请退回经办人，在原单上重新提交。"), rule="F-06")
    return YES


def asks_for_decision(approval: Approval, stage: Stage, *, reviewed: bool) -> bool:
    """Whether a large sum stops here without a decision: the review itself, and whatever comes after it.

    Along a route without any review it stops at the first approval; the check of routes refuses such a one.
    """
    if stage.power != Power.APPROVE:
        return stage.power in DECIDED
    reviewing = any(one.power == Power.REVIEW for one in flow_of(approval.version).stages.values())
    return reviewed or not reviewing


def gate(one: Outlay) -> Verdict:
    """Whether the way is open: a large sum needs the decision of a meeting (M-15)."""
    has_decision = one.decision_id is not None
    limit = None if has_decision else queries.limit_of(one)
    return rules.M_15_gate(one.amount, limit.amount, has_decision=has_decision) if limit else YES


def _approval_missing(approval: Approval) -> bool:
    """Whether no stage of approval has been passed, or one is still being decided."""
    flow = flow_of(approval.version)
    approving = {code for code, stage in flow.stages.items() if stage.power == Power.APPROVE}
    legs = list(approval.legs.filter(stage__in=approving))
    passed = any(leg.state == LegState.PASSED for leg in legs)
    return not passed or any(leg.is_live for leg in legs)
