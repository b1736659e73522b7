"""What people did with a paper, one after the other."""

from math import inf

from zhongshu.approvals.grammar import Stage, Unforeseen
from zhongshu.approvals.models import LIVE, Leg, LegState, Seat
from zhongshu.approvals.walking.state import SUBMIT, Walk

STANDING = (*LIVE, LegState.REFUSED, LegState.ENDED)  # where a paper lies, or lay when it ended
DECIDED = (LegState.PASSED, LegState.SKIPPED, LegState.REFUSED)


def in_order(walk: Walk) -> list[tuple[Leg, Seat | None]]:
    """Every part in a stage by the act that ended it, then None for what the house did with the stage by itself.

    That is a stage passed over, or ended or given back for being late. Who is still asked comes last.

    So a stage that gave the paper back and got it back straight stands before and after what was done in between.
    """
    parts: list[tuple[float, Leg, Seat | None]] = []
    for leg in walk.legs:
        if leg.stage != SUBMIT:
            parts += [(_ended(seat), leg, seat) for seat in walk.seats_of(leg)]
        if leg.state == LegState.SKIPPED or leg.cause == "overtime":
            parts.append((leg.closed_act or 0, leg, None))
    return [(leg, seat) for _act, leg, seat in sorted(parts, key=lambda part: part[0])]


def way(walk: Walk) -> list[Stage]:
    """The stages that the paper passes, by what its form says at present; where that is open, those it has come to."""
    try:
        return walk.flow.expected(walk.values)
    except Unforeseen:
        return [walk.flow.stages[leg.stage] for leg in walk.legs if leg.stage in walk.flow.stages]


def behind(walk: Walk, code: str) -> Leg | None:
    """The leg in which the stage ``code`` was decided, as far as that still counts; None while it is ahead, or now.

    What the paper walks again is ahead again: whatever follows where it lies, except where it is to come straight
    back to who returned it.
    """
    latest = next((leg for leg in reversed(walk.legs) if leg.stage == code), None)
    if latest is None or latest.state not in DECIDED:
        return None
    standing = [leg for leg in walk.legs if leg.state in STANDING]
    straight = {leg.parked_by for leg in standing}
    again = (one.stage for one in standing if one.number > latest.number and one.number not in straight)
    ahead = any(stage == SUBMIT or walk.flow.precedes(stage, code) for stage in again)
    return None if ahead else latest


def _ended(seat: Seat) -> float:
    return inf if seat.is_undecided else seat.closed_act or 0
