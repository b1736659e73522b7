"""What follows for contracts and projects from each act of approval: the gate of large sums, approval, the end."""

from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.approvals.grammar import Stage
from zhongshu.approvals.models import Approval, Status
from zhongshu.finance import queries
from zhongshu.finance.services.follow import ENDED, same_as_the_form
from zhongshu.finance.services.gate import (
    asks_for_decision,
    not_ones_own,
    on_the_way_of_large,
    pass_gate,
)
from zhongshu.finance.services.split import watch_splitting
from zhongshu.finance.services.undertaking import values_of
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Conflict
from zhongshu.platform.usecases.changes import remember, save_changes


def guard_undertaking(approval: Approval, stage: Stage | None, actor: Actor, at: datetime) -> None:
    """Before the review is passed: no large contract or project without a decision (M-15), nor by its other side."""
    one = queries.undertaking_for_update(approval.pk)
    if one is None or stage is None:
        return
    not_ones_own(one, actor, stage)
    if asks_for_decision(approval, stage, reviewed=False):
        pass_gate(one)
    on_the_way_of_large(approval, one)


def follow_undertaking(approval: Approval, actor: Actor, at: datetime) -> None:
    """After every act: note the approval, whose last signature asks for the decision again; stop what came to nothing."""
    one = queries.undertaking_for_update(approval.pk)
    if one is None:
        return
    same_as_the_form(approval, values_of(one), ("amount", "party"))
    remember(one)
    if approval.status in ENDED and queries.bound_by(one):
        raise Conflict(
            "money_runs_from_it",
            _("已有单据或合同从它支出，不能作废或不同意。"),
            hint=_("请先作废这些单据或合同。"),
        )
    if approval.status in ENDED and one.is_contract:
        watch_splitting(one, also=queries.following(one), actor=actor, at=at)
    if approval.status == Status.APPROVED and one.approved_at is None:
        pass_gate(one)
        one.approved_at = at
    save_changes(one)
