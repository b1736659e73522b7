"""Who decided what in each stage of a sheet, in the order it came: also what was returned, passed over, handed on."""

from zhongshu.approvals.models import Leg, Seat, SeatKind, SeatState
from zhongshu.approvals.papers.cells import Row, label, moment
from zhongshu.approvals.walking import Walk, in_order, returned_to
from zhongshu.approvals.wording import BY_ITSELF, CAUSES, decided, signed
from zhongshu.platform.typesetting.elements import Cell

UNTOLD = (SeatState.MOOT, SeatState.REMOVED, SeatState.WAITING)


def opinions(walk: Walk) -> list[Row]:
    """A row for each part of each visit of a stage; the stage is named where another stood before it."""
    rows, before = list[Row](), None
    for leg, seat in in_order(walk):
        if seat is not None and seat.state in UNTOLD:
            continue
        stage = walk.stage(leg)
        name = "" if leg is before else stage.title if stage else leg.stage
        rows.append(_row(name, _said(walk, seat), _signature(seat)) if seat else _by_itself(name, leg))
        before = leg
    return rows


def _by_itself(name: str, leg: Leg) -> Row:
    why, word = CAUSES.get(leg.cause, ""), BY_ITSELF[leg.state]
    return _row(name, f"{word}（{why}）" if why else str(word), moment(leg.closed_at))


def _row(name: str, told: str, signature: str) -> Row:
    return (label(name), Cell(text=told, span=2), Cell(text=signature, centred=True))


def _said(walk: Walk, seat: Seat) -> str:
    """The decision in a word, then what was written; nothing yet for who is still asked."""
    if seat.is_undecided:
        return ""
    word, text = decided(seat, returned_to(walk, seat)), seat.opinion
    return text if text.startswith(word) else f"{word}：{text}" if text else f"{word}。"


def _signature(seat: Seat) -> str:
    kind = "" if seat.kind == SeatKind.BASE else f"（{SeatKind(seat.kind).label}）"
    when = "待签" if seat.is_undecided else moment(seat.closed_at)
    return f"{signed(seat)}{kind}\n{when}"
