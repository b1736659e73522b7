"""What people did with a paper, one after the other."""

from math import inf

from zhongshu.approvals.models import Leg, LegState, Seat
from zhongshu.approvals.walking.state import SUBMIT, Walk


def in_order(walk: Walk) -> list[tuple[Leg, Seat | None]]:
    """Every part in a stage by the act that ended it, None for a stage passed over; who is still asked comes last.

    So a stage that gave the paper back and got it back straight stands before and after what was done in between.
    """
    parts: list[tuple[float, Leg, Seat | None]] = []
    for leg in walk.legs:
        if leg.state == LegState.SKIPPED:
            parts.append((leg.closed_act or 0, leg, None))
        elif leg.stage != SUBMIT:
            parts += [(_ended(seat), leg, seat) for seat in walk.seats_of(leg)]
    return [(leg, seat) for _act, leg, seat in sorted(parts, key=lambda part: part[0])]


def _ended(seat: Seat) -> float:
    return inf if seat.is_undecided else seat.closed_act or 0
