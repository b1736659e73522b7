"""What follows for money from each act of approval: review, approval, payment, booking, release."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.approvals.grammar import Power
from zhongshu.approvals.models import Approval, LegState, Status
from zhongshu.approvals.queries import flow_of
from zhongshu.finance import queries, rules
from zhongshu.finance.models import Claim
from zhongshu.finance.services import budget
from zhongshu.finance.services.claim import values_of
from zhongshu.finance.services.split import watch_splitting
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Conflict
from zhongshu.platform.usecases.changes import remember, save_changes

ENDED = (Status.REFUSED, Status.VOID)


def follow(approval: Approval, actor: Actor, at: datetime) -> None:
    """After every act: note what has been reviewed, approved, paid, booked; free the budget when it came to nothing."""
    claim = queries.claim_for_update(approval.pk)
    if claim is None:
        return
    claim.matter = approval.matter
    same_as_the_form(approval, values_of(claim), ("amount", "category", "payee"))
    remember(claim)
    if approval.status in ENDED:
        _stopped(claim, actor, at)
    else:
        _progressed(claim, approval, actor, at)
    save_changes(claim)


def same_as_the_form(approval: Approval, meant: Mapping[str, str], names: Iterable[str]) -> None:
    """What is approved is what is paid: the form decides who signs, so it never says less than the record."""
    told = approval.values
    if told and any(told.get(name) != meant[name] for name in names):
        raise Conflict(
            "amended_elsewhere",
            _("金额、类别和收款人只能在原单上改。"),
            hint=_("请退回经办人，在原单上修改后再提交。"),
            rule="F-06",
        )


def _stopped(claim: Claim, actor: Actor, at: datetime) -> None:
    rules.paid_stays(paid=claim.paid_at is not None, power=None).require()
    budget.release(claim)
    claim.invoices.update(live=False)
    watch_splitting(claim, also=queries.following(claim), actor=actor, at=at)


def _progressed(claim: Claim, approval: Approval, actor: Actor, at: datetime) -> None:
    if not _all_approved(approval):
        rules.paid_stays(paid=claim.paid_at is not None, power=Power.APPLY).require()
    passed = _passed(approval)
    if Power.REVIEW in passed and claim.reviewed_at is None:
        claim.reviewed_at = at
    if claim.approved_at is None and _all_approved(approval):
        claim.approved_at = at
    if Power.PAY in passed and claim.paid_at is None:
        _pay(claim, actor, at)
    if Power.BOOK in passed and claim.booked_at is None:
        claim.booked_at, claim.booked_by_id = at, actor.in_name_of
    if claim.paid_at is None and not _all_approved(approval):
        claim.approved_at = None


def _pay(claim: Claim, actor: Actor, at: datetime) -> None:
    claim.paid_at, claim.paid_by_id = at, actor.in_name_of
    if claim.advance_id and claim.offset:
        advance = Claim.objects.select_for_update().get(pk=claim.advance_id)
        if advance.unsettled < claim.offset:
            raise Conflict(
                "advance_settled_elsewhere",
                _("所冲借款已被其他单据冲销，余额不足。"),
                hint=_("请退回报销人修改冲销金额。"),
            )
        advance.settled += claim.offset
        advance.save(update_fields=["settled"])
        budget.unspend(advance, claim.offset)
    budget.spend(claim)


def _passed(approval: Approval) -> set[str]:
    """The powers whose latest leg stands passed."""
    flow, latest = flow_of(approval.version), dict[str, str]()
    for leg in approval.legs.order_by("number"):
        if leg.stage in flow.stages:
            latest[leg.stage] = leg.state
    return {flow.stages[code].power for code, state in latest.items() if state == LegState.PASSED}


def _all_approved(approval: Approval) -> bool:
    """Whether the paper has come to payment (or to the end): every approval that it needs stands."""
    flow = flow_of(approval.version)
    after = {code for code, stage in flow.stages.items() if stage.power in (Power.PAY, Power.BOOK)}
    here = {leg.stage for leg in approval.legs.all() if leg.is_live}
    ended = approval.status == Status.APPROVED
    return ended or (bool(here) and here <= after)
