from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from zhongshu.finance import policies, queries, rules
from zhongshu.finance.models import Claim, Decision, Outlay
from zhongshu.finance.services.split import watch_splitting
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Forbidden
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case


@use_case("finance.link_decision")
def link_decision(*, actor: Actor, matter_id: int, decision_id: int, at: datetime) -> Outlay:
    """Let a claim, contract or project rest on a recorded decision that covers its amount; never one's own.

    Before the money goes: what has been paid, signed or approved keeps the decision it went by.
    """
    seen = queries.outlay(actor, matter_id)
    policies.may_record_decision(actor, seen.matter.organ_id).require()
    if policies.is_involved(actor, seen):
        raise Forbidden("own_claim", _("不能为自己的单据关联会议决定。"), rule="F-01")
    decision = queries.decision_for_update(decision_id, seen.matter.organ_id)
    one = queries.outlay_for_update(seen.matter)
    rules.M_15_first(one.is_done).require()
    rules.M_15_within(_drawn(one, decision), left=queries.left_of(decision, but=one.pk)).require()
    one.decision = decision
    one.save(update_fields=["decision"])
    told = {"meeting": decision.meeting, "item": decision.item}
    stream = seen.matter.stream
    journal.record(stream=stream, verb="finance.decision_linked", actor=actor, at=at, data=told)
    watch_splitting(one, also=queries.following(one), actor=actor, at=at)
    return one


def _drawn(one: Outlay, decision: Decision) -> Decimal:
    """What it takes of the decision: without what the advance it settles has taken of the same one already."""
    if isinstance(one, Claim) and one.advance is not None and one.advance.decision_id == decision.pk:
        return one.payable
    return one.amount
