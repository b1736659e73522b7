from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.finance import policies, queries
from zhongshu.finance.models import Decision, Outlay
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Forbidden, NotFound, Refusal
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case


@use_case("finance.link_decision")
def link_decision(*, actor: Actor, matter_id: int, decision_id: int, at: datetime) -> Outlay:
    """Let a claim, contract or project rest on a recorded decision that covers its amount; never one's own."""
    seen = queries.outlay(actor, matter_id)
    policies.may_record_decision(actor, seen.matter.organ_id).require()
    if policies.is_party(actor, seen):
        raise Forbidden("own_claim", _("不能为自己的单据关联会议决定。"), rule="F-01")
    decision = _locked(decision_id, seen.matter.organ_id)
    one = queries.outlay_for_update(seen.matter)
    left = queries.left_of(decision, but=one.pk)
    if one.amount > left:
        told = {"left": f"{left:,.2f}"}
        raise Refusal(
            "decision_used_up", _("会议批准的金额只剩 %(left)s 元，不够这张单据。") % told, rule="M-15"
        )
    one.decision = decision
    one.save(update_fields=["decision"])
    told = {"meeting": decision.meeting, "item": decision.item}
    stream = seen.matter.stream
    journal.record(stream=stream, verb="finance.decision_linked", actor=actor, at=at, data=told)
    return one


def _locked(decision_id: int, organ_id: int) -> Decision:
    rows = Decision.objects.select_for_update()
    found = rows.filter(pk=decision_id, organ_id=organ_id).first()
    if found is None:
        raise NotFound("no_such_decision", _("没有这项会议决定。"))
    return found
