"""Who decided what in each stage of a sheet, in the order it came: also what was returned, passed over, handed on."""

from collections.abc import Iterator

from zhongshu.approvals.models import Leg, LegState, Seat, SeatKind, SeatState
from zhongshu.approvals.papers.cells import Row, label, moment
from zhongshu.approvals.walking import SUBMIT, Walk
from zhongshu.approvals.wording import CAUSES, signed
from zhongshu.platform.typesetting.elements import Cell

UNTOLD = (SeatState.MOOT, SeatState.REMOVED, SeatState.WAITING)


def opinions(walk: Walk) -> list[Row]:
    """A row for each part of each visit of a stage; the stage is named on its first."""
    return [row for leg in walk.legs if leg.stage != SUBMIT for row in _of_leg(walk, leg)]


def _of_leg(walk: Walk, leg: Leg) -> Iterator[Row]:
    stage = walk.stage(leg)
    name = stage.title if stage else leg.stage
    if leg.state == LegState.SKIPPED:
        why = CAUSES.get(leg.cause, "")
        yield _row(name, f"自动跳过（{why}）" if why else "自动跳过", moment(leg.closed_at))
        return
    seats = [seat for seat in walk.seats_of(leg) if seat.state not in UNTOLD]
    for seat in sorted(seats, key=lambda seat: (seat.is_undecided, seat.closed_act or 0)):
        yield _row(name, _said(seat), _signature(seat))
        name = ""


def _row(name: str, told: str, signature: str) -> Row:
    return (label(name), Cell(text=told, span=2), Cell(text=signature, centred=True))


def _said(seat: Seat) -> str:
    """The decision in a word, then what was written; nothing yet for who is still asked."""
    if seat.is_undecided:
        return ""
    word, text = str(SeatState(seat.state).label), seat.opinion
    return text if text.startswith(word) else f"{word}：{text}" if text else f"{word}。"


def _signature(seat: Seat) -> str:
    kind = "" if seat.kind == SeatKind.BASE else f"（{SeatKind(seat.kind).label}）"
    when = "待签" if seat.is_undecided else moment(seat.closed_at)
    return f"{signed(seat)}{kind}\n{when}"
