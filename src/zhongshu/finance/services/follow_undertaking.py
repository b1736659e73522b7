"""What follows for contracts and projects from each act of approval: the gate of large sums, approval, the end."""

from collections.abc import Callable, Sequence
from datetime import datetime

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from zhongshu.approvals.grammar import Power, Stage
from zhongshu.approvals.models import Approval, Status
from zhongshu.finance import queries
from zhongshu.finance.models import Undertaking
from zhongshu.finance.services.follow import ENDED, same_as_the_form
from zhongshu.finance.services.gate import Gate, Hinders, asks_for_decision, gate
from zhongshu.finance.services.split import watch_splitting
from zhongshu.finance.services.undertaking import values_of
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.verdicts import YES, Verdict, not_now
from zhongshu.platform.usecases.changes import remember, save_changes


def guard_undertaking(approval: Approval, stage: Stage | None, actor: Actor, at: datetime) -> None:
    """Before the review is passed: no large contract or project without a decision (M-15), nor by its other side."""
    one = queries.undertaking_for_update(approval.pk)
    if one is None or stage is None:
        return
    _hinders(Gate([approval], [one], actor), one, approval, stage).require()


def hinders_undertaking(approvals: Sequence[Approval], actor: Actor) -> Hinders:
    """What tells why ``actor`` may not agree to one of some contracts and projects in a stage now, before he tries."""
    prefetch_related_objects([one.matter for one in approvals], "undertaking")
    known: dict[int, Undertaking] = {
        one.pk: one.matter.undertaking for one in approvals if getattr(one.matter, "undertaking", None)
    }
    gate = Gate(approvals, list(known.values()), actor)
    return lambda approval, stage: (
        _hinders(gate, known[approval.pk], approval, stage) if stage and approval.pk in known else YES
    )


def undoes_undertaking(approval: Approval) -> Callable[[Power | None], Verdict]:
    """From which money runs comes not to nothing; it may go back to be put right."""
    one: Undertaking | None = getattr(approval.matter, "undertaking", None)
    return lambda power: _bound(one) if one and power is None else YES


def _hinders(gate: Gate, one: Undertaking, approval: Approval, stage: Stage) -> Verdict:
    """As with a claim; once its review is over, whatever it is, every stage asks for the decision that the last needs."""
    return gate.not_ones_own(one, stage) and gate.as_large(
        approval,
        one,
        lambda: approval.pk in gate.reviewed or asks_for_decision(approval, stage, reviewed=False),
    )


def _bound(one: Undertaking) -> Verdict:
    if not queries.bound_by(one):
        return YES
    sentence = _("已有单据或合同从它支出，不能作废或不同意。")
    return not_now("money_runs_from_it", sentence, _("请先作废这些单据或合同。"))


def follow_undertaking(approval: Approval, actor: Actor, at: datetime) -> None:
    """After every act: note the approval, whose last signature asks for the decision again; stop what came to nothing."""
    one = queries.undertaking_for_update(approval.pk)
    if one is None:
        return
    same_as_the_form(approval, values_of(one), ("amount", "party"))
    remember(one)
    if approval.status in ENDED:
        _bound(one).require()
    if approval.status in ENDED and one.is_contract:
        watch_splitting(one, also=queries.following(one), actor=actor, at=at)
    if approval.status == Status.APPROVED and one.approved_at is None:
        gate(one).require()
        one.approved_at = at
    save_changes(one)
