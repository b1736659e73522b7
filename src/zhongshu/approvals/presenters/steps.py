"""The strip of a paper: handed in, every stage it passes, the end."""

from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from zhongshu.approvals.grammar import Stage
from zhongshu.approvals.models import Leg, LegState, SeatState, Status
from zhongshu.approvals.presenters.noted import beside, noted
from zhongshu.approvals.walking import SUBMIT, Walk, behind, way
from zhongshu.approvals.wording import BY_ITSELF
from zhongshu.kernel.clock import local_day
from zhongshu.ui.parts import Step
from zhongshu.ui.wording import short_date

NOT_SO = (Status.REFUSED, Status.VOID)


def steps(walk: Walk, today: date) -> list[Step]:
    """The strip: passed, now, and expected by what the form says at present."""
    approval = walk.approval
    latest = {leg.stage: leg for leg in walk.legs}
    strip = [_submitted(walk, latest[SUBMIT], today)]
    passed = way(walk)
    for stage in passed:
        step = _step(walk, stage, latest.get(stage.code), today)
        strip.append(replace(step, note=beside(walk, stage, passed, str(step.note))))
    ended = approval.ended_at
    if not ended:
        return [*strip, Step(_("办结"), "", "ahead")]
    how, note = "no" if approval.status in NOT_SO else "done", short_date(local_day(ended), today)
    return [*strip, Step(str(Status(approval.status).label), note, how)]


def _submitted(walk: Walk, leg: Leg, today: date) -> Step:
    if leg.is_live:
        return Step(_("起草"), walk.approval.submitter.name, "now")
    note = short_date(local_day(leg.closed_at), today) if leg.closed_at else ""
    return Step(_("提交"), note, "done")


def _step(walk: Walk, stage: Stage, leg: Leg | None, today: date) -> Step:
    if leg and leg.is_live:
        if leg.state == LegState.PARKED:
            return Step(stage.title, _("等退回件"), "ahead")
        names = [one.person.name for one in walk.seats_of(leg) if one.state == SeatState.OPEN]
        return Step(stage.title, noted(walk, leg, names), "now")
    if (leg := behind(walk, stage.code)) is None:
        return Step(stage.title, "", "ahead")
    word = "" if leg.state == LegState.PASSED else str(LegState(leg.state).label)
    if leg.cause == "overtime":
        word = _("超时%(what)s") % {"what": BY_ITSELF[leg.state]}
    day = short_date(local_day(leg.closed_at), today) if leg.closed_at else ""
    return Step(stage.title, f"{word} {day}".strip(), "no" if leg.state == LegState.REFUSED else "done")
