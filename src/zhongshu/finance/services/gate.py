"""Before anybody agrees: the gate of large sums, no payment before approval, none without proof."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property, partial

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from zhongshu.approvals.grammar import Power, Stage, kin_clash
from zhongshu.approvals.models import Approval, Leg, LegState
from zhongshu.approvals.queries import flow_of
from zhongshu.finance import policies, queries, rules
from zhongshu.finance.models import Claim, Outlay
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Conflict
from zhongshu.kernel.verdicts import YES, Verdict, not_now
from zhongshu.org import queries as org

Hinders = Callable[[Approval, Stage | None], Verdict]
DECIDED = (Power.REVIEW, Power.APPROVE_PAYMENT, Power.PAY)


def guard(approval: Approval, stage: Stage | None, actor: Actor, at: datetime) -> None:
    """Before anybody agrees: whatever :func:`hinders` tells, and no payment nor entry in the books without proof."""
    claim = queries.claim_for_update(approval.pk)
    if claim is None or stage is None:
        return
    claim.matter = approval.matter
    Gate([approval], [claim], actor).hinders_claim(claim, approval, stage).require()
    if (stage.power == Power.PAY and not claim.pay_way) or (stage.power == Power.BOOK and not claim.voucher):
        raise Conflict(
            "no_proof",
            _("付款要写明方式和凭据号，记账要写明凭证号。"),
            hint=_("请打开单据，用“付款”或“记账”办理。"),
        )


def hinders(approvals: Sequence[Approval], actor: Actor) -> Hinders:
    """What tells why ``actor`` may not agree to one of some claims in a stage now, before he tries."""
    prefetch_related_objects([one.matter for one in approvals], "claim")
    claims: dict[int, Claim] = {
        one.pk: one.matter.claim for one in approvals if getattr(one.matter, "claim", None)
    }
    gate = Gate(approvals, list(claims.values()), actor)
    return lambda approval, stage: (
        gate.hinders_claim(claims[approval.pk], approval, stage) if stage and approval.pk in claims else YES
    )


def undoes(approval: Approval) -> Callable[[Power | None], Verdict]:
    """Money that went out is not undone: the claim may at most go back to the till."""
    claim: Claim | None = getattr(approval.matter, "claim", None)
    paid = claim is not None and claim.paid_at is not None
    return lambda power: rules.paid_stays(paid=paid, power=power)


class Gate:
    """What keeps ``actor`` from agreeing to ``outlays``; whatever is read for it is read once for all of them."""

    def __init__(self, approvals: Sequence[Approval], outlays: Sequence[Outlay], actor: Actor) -> None:
        self._approvals, self._outlays, self._actor = approvals, outlays, actor
        self._limits = queries.Limits(outlays)

    def hinders_claim(self, claim: Claim, approval: Approval, stage: Stage) -> Verdict:
        """No large sum without a decision (M-15), no payment before approval, nobody's own money (F-01).

        The decision is asked for from the review on, where whoever reviews can link it.
        """
        asks = partial(asks_for_decision, approval, stage, reviewed=claim.reviewed_at is not None)
        found = self.not_ones_own(claim, stage) and self.as_large(approval, claim, asks)
        if not found:
            return found
        if stage.power == Power.PAY and approval.pk not in self._approved:
            return not_now("not_approved", _("还没有批完，不能付款。"), _("请等审批通过。"))
        pays = stage.power in (Power.PAY, Power.BOOK)
        return rules.F_01_own_claim(pays and policies.is_party(self._actor, claim))

    def not_ones_own(self, one: Outlay, stage: Stage) -> Verdict:
        """Nobody decides on money that goes to himself (F-01) or a relative (F-06), whoever hands the paper in."""
        paid = policies.goes_by_name_to(self._actor, one) or policies.account_of(one) in self._own_accounts
        own = rules.F_01_own_money(paid)
        return own and rules.F_06_relatives_money(one.other_side, self._relatives, kin_clash(stage.power))

    def as_large(self, approval: Approval, one: Outlay, asks: Callable[[], bool]) -> Verdict:
        """What a large paper needs: a decision (M-15) where its stage ``asks`` for one, and a form that says it is large.

        One whose form does not say so would go past who must sign it (F-06).
        """
        undecided, small = one.decision_id is None, approval.values.get("large") == "no"
        limit = self._limits.of(one) if undecided or small else None
        if limit and undecided and asks():
            return rules.M_15_gate(one.amount, limit.amount, has_decision=False)
        if limit and small:
            sentence = _("这张单据达到大额标准，现在走的却不是大额的路。")
            return not_now("became_large", sentence, _("请退回经办人，在原单上重新提交。"), rule="F-06")
        return YES

    @cached_property
    def _own_accounts(self) -> set[str]:
        return policies.own_accounts(self._actor, self._outlays)

    @cached_property
    def _relatives(self) -> list[str]:
        return [person.name for person in org.relatives_of(self._actor.seats)]

    @cached_property
    def _approved(self) -> set[int]:
        """Those of which a stage of approval has been passed and none is still being decided."""
        return self._through(Power.APPROVE, LegState.PASSED)

    @cached_property
    def reviewed(self) -> set[int]:
        """Those whose review lies behind them, passed or passed over."""
        return self._through(Power.REVIEW, LegState.PASSED, LegState.SKIPPED)

    def _through(self, power: Power, *states: LegState) -> set[int]:
        """Those of which a stage of ``power`` ended in one of ``states``, and none is still being decided."""
        flows = {one.pk: flow_of(one.version) for one in self._approvals}
        ended, live = set[int](), set[int]()
        for leg in Leg.objects.filter(approval__in=flows):
            stage = flows[leg.approval_id].stages.get(leg.stage)
            if stage and stage.power == power:
                live |= {leg.approval_id} if leg.is_live else set()
                ended |= {leg.approval_id} if leg.state in states else set()
        return ended - live


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
