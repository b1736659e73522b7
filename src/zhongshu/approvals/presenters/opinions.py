"""Opinions of a paper, stage by stage, with who stood in for whom."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from zhongshu.approvals.models import Leg, LegState, Seat, SeatKind, SeatState, Status
from zhongshu.approvals.walking import Walk, in_order, returned_to
from zhongshu.approvals.wording import BY_ITSELF, CAUSES, decided, signed
from zhongshu.ui.wording import short_date, short_moment

SHAPES = {
    SeatState.AGREED: "done",
    SeatState.ADVISED: "done",
    SeatState.REFUSED: "late",
    SeatState.RETURNED: "back",
    SeatState.HANDED_ON: "back",
    SeatState.OPEN: "doing",
    SeatState.WAITING: "todo",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One person's part: who, as what, how decided, the words, when; ``stage`` is told where another stood before it."""

    stage: str
    who: str
    kind: str
    state: str
    word: str
    text: str
    when: str


def opinions(walk: Walk, today: date) -> list[Line]:
    """All parts of all stages in the order they were decided, and what the house did by itself with the cause.

    What was not needed any more is left out.
    """
    found, before = list[Line](), None
    for leg, seat in in_order(walk):
        if seat and seat.state in (SeatState.MOOT, SeatState.REMOVED):
            continue
        first = leg is not before
        told = (
            _line(walk, leg, seat, today, first=first) if seat else _by_itself(walk, leg, today, first=first)
        )
        found.append(told)
        before = leg
    return found


def _by_itself(walk: Walk, leg: Leg, today: date, *, first: bool) -> Line:
    """What the house did with a stage by itself, and why, so that it is not missed."""
    stage, when = walk.stage(leg), short_moment(leg.closed_at, today) if leg.closed_at else ""
    why, word = str(CAUSES.get(leg.cause, "")), str(BY_ITSELF[leg.state])
    return Line(stage.title if stage and first else "", "", "", "none", word, why, when)


def _line(walk: Walk, leg: Leg, seat: Seat, today: date, *, first: bool) -> Line:
    stage = walk.stage(leg)
    when = short_moment(seat.closed_at, today) if seat.closed_at else ""
    state, word = SHAPES.get(SeatState(seat.state), "none"), decided(seat, returned_to(walk, seat))
    if any(one.is_undecided for one in walk.children(seat, SeatKind.ADVICE)):
        word = _("等委派意见")
    if seat.is_undecided and leg.state == LegState.PARKED:
        state, word = "hold", _("等退回件")
    if seat.is_undecided and walk.approval.status == Status.SUSPENDED:
        when = _("停止计时")
    elif seat.is_undecided:
        when = _("%(day)s 前") % {"day": short_date(leg.due, today)}
    return Line(
        stage=stage.title if first and stage else "",
        who=signed(seat),
        kind="" if seat.kind == SeatKind.BASE else str(SeatKind(seat.kind).label),
        state=state,
        word=word,
        text=seat.opinion,
        when=when,
    )
