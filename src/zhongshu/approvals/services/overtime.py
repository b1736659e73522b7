"""What happens to papers that lie too long, by the strategy of their stage: every night, and told in the journal."""

from datetime import datetime

from zhongshu.approvals import grammar, queries
from zhongshu.approvals.models import Leg, LegState, Status
from zhongshu.approvals.services import trail
from zhongshu.approvals.services.manage import remind_holders
from zhongshu.approvals.walking import SUBMIT, pass_over
from zhongshu.approvals.walking.returning import return_late
from zhongshu.kernel.actors import SYSTEM, Actor
from zhongshu.kernel.clock import local_day
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case


@use_case("approvals.late")
def late(*, actor: Actor, matter_id: int, leg: int, at: datetime) -> bool:
    """Do with one late leg what its stage says: remind, pass over (超时自动跳过) or return to the drafter."""
    approval = queries.for_update(actor, matter_id)
    walk = queries.walk_of(approval, local_day(at))
    found, stage = walk.leg(leg), walk.flow.stages.get(walk.leg(leg).stage)
    overtime = stage.overtime if stage else grammar.Overtime.REMIND
    title = stage.title if stage else ""
    if overtime == grammar.Overtime.SKIP:
        pass_over(walk, found, trail.by(actor, at))
        trail.keep(walk, "passed_over_late", actor=actor, at=at, stage=title)
    elif overtime == grammar.Overtime.RETURN:
        return_late(walk, found, trail.by(actor, at))
        trail.keep(walk, "returned_late", actor=actor, at=at, stage=title)
    else:
        names = remind_holders(walk, legs_numbers={leg}, at=at)
        found.reminded_on = local_day(at)
        found.save(update_fields=["reminded_on"])
        told = {"stage": title, "names": "、".join(names)}
        journal.record(
            stream=approval.matter.stream, verb="approvals.lay_late", actor=actor, at=at, data=told
        )
    return True


def sweep_late(*, at: datetime) -> int:
    """Go through all legs past their date, once a day each; returns how many. Drafts are only reminded of."""
    today = local_day(at)
    rows = (
        Leg.objects.filter(due__lt=today, state=LegState.OPEN, approval__status=Status.RUNNING)
        .exclude(reminded_on=today)
        .order_by("id")
    )
    swept = 0
    for matter_id, number, stage in rows.values_list("approval_id", "number", "stage").iterator():
        if stage != SUBMIT:
            late(actor=SYSTEM, matter_id=matter_id, leg=number, at=at)
            swept += 1
    return swept
