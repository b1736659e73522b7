from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from zhongshu.finance import policies, queries, rules
from zhongshu.finance.models import Decision, Outlay
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Forbidden, NotFound, Refusal
from zhongshu.platform.files.models import File
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case


@use_case("finance.record_decision")
def record_decision(
    *,
    actor: Actor,
    organ_id: int,
    meeting: str,
    item: str,
    held_on: date,
    entitled: int,
    present: int,
    in_favour: int,
    limit: Decimal,
    evidence: File,
    at: datetime,
) -> Decision:
    """Record what a quorate meeting passed, up to which sum in yuan, with the signed minutes as evidence.

    Refused where the meeting was not quorate or the item not carried (M-15): then nothing opens the way.
    """
    policies.may_record_decision(actor, organ_id).require()
    if not (entitled >= present >= in_favour >= 0 and entitled > 0):
        raise Refusal("votes_do_not_add_up", _("应到、到会、赞成人数对不上。"), hint=_("请核对人数。"))
    rules.M_15_decided(entitled=entitled, present=present, in_favour=in_favour).require()
    if held_on > local_day(at):
        raise Refusal("not_held_yet", _("会议日期在今天之后。"), fields={"held_on": _("请核对日期。")})
    made = Decision.objects.create(
        organ_id=organ_id,
        meeting=meeting.strip(),
        item=item.strip(),
        held_on=held_on,
        entitled=entitled,
        present=present,
        in_favour=in_favour,
        limit=limit,
        evidence=evidence,
        recorded_by_id=actor.person_id or 0,
        recorded_at=at,
    )
    told = {"meeting": made.meeting, "item": made.item, "limit": f"{limit:.2f}"}
    _told(f"organ-money:{organ_id}", "decision_recorded", actor=actor, at=at, **told)
    return made


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
    _told(seen.matter.stream, "decision_linked", actor=actor, at=at, **told)
    return one


def _locked(decision_id: int, organ_id: int) -> Decision:
    rows = Decision.objects.select_for_update()
    found = rows.filter(pk=decision_id, organ_id=organ_id).first()
    if found is None:
        raise NotFound("no_such_decision", _("没有这项会议决定。"))
    return found


def _told(stream: str, verb: str, *, actor: Actor, at: datetime, **facts: object) -> None:
    journal.record(stream=stream, verb=f"finance.{verb}", actor=actor, at=at, data=facts)
