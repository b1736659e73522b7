from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from zhongshu.finance import policies, rules
from zhongshu.finance.models import Decision
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Refusal
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
        raise Refusal("not_held_yet", _("会议日期在今天之后。"), at="held_on")
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
    stream = f"organ-money:{organ_id}"
    journal.record(stream=stream, verb="finance.decision_recorded", actor=actor, at=at, data=told)
    return made
