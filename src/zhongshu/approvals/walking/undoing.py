"""Taking back what one has just decided, while nobody has acted on it (取回)."""

from django.utils.translation import gettext as _

from zhongshu.approvals.models import Leg, LegState, Seat, SeatKind, SeatState, Status
from zhongshu.approvals.walking.state import By, Walk
from zhongshu.kernel.refusals import Conflict, Forbidden


def may_take_back(walk: Walk, seat: Seat) -> bool:
    """Whether nothing has been built on the decision of ``seat`` yet.

    Since then people may have acted beside it, in the same stage or in a parallel branch, but nowhere else.
    """
    act, leg = seat.closed_act, walk.leg(seat.leg)
    if walk.approval.status != Status.RUNNING or seat.state != SeatState.AGREED or act is None:
        return False
    if leg.state not in (LegState.OPEN, LegState.PASSED) or leg.closed_act not in (None, act):
        return False
    beside = walk.flow.beside(leg.stage)
    if any(one is not leg and one.stage not in beside for one in _touched_since(walk, act)):
        return False
    seats = [one for one in walk.seats_of(leg) if one is not seat]
    asked_again = any(one.person_id == seat.person_id and one.is_undecided for one in seats)
    return not asked_again and all(one.is_undecided for one in seats if one.opened_act == act)


def _touched_since(walk: Walk, act: int) -> list[Leg]:
    """Legs in which something happened after ``act``."""
    numbers = {one.leg for one in walk.seats if one.opened_act > act or (one.closed_act or 0) > act}
    for leg in walk.legs:
        if max(leg.opened_act, leg.closed_act or 0, leg.resumed_act or 0) > act:
            numbers.add(leg.number)
    return [walk.leg(number) for number in sorted(numbers)]


def take_back(walk: Walk, seat: Seat, by: By) -> Seat:
    """Undo one's own decision: what it opened closes, what it closed opens, one decides anew."""
    walk.begin_act()
    if seat.person_id not in by.seats or seat.decided_by_id not in by.seats:
        raise Forbidden("not_your_decision", _("只能取回自己的意见。"))
    if not may_take_back(walk, seat):
        raise Conflict(
            "too_late_to_take_back",
            _("下一步已经有人办理，不能取回。"),
            hint=_("如需更正，请联系现在的办理人退回。"),
        )
    act, leg = seat.closed_act, walk.leg(seat.leg)
    for one in [one for one in walk.legs if one.opened_act == act]:
        walk.close_leg(one, LegState.UNDONE, by.at)
    for one in [one for one in walk.legs if one.resumed_act == act]:
        one.state, one.resumed_act, one.parked_at = LegState.PARKED, None, by.at
    if leg.state == LegState.PASSED:
        leg.state, leg.closed_act, leg.closed_at = LegState.OPEN, None, None
    for part in walk.seats_of(leg):
        _restore(walk, part, act, by)
    walk.close_seat(seat, SeatState.UNDONE, by.at)
    return walk.again(seat)


def _restore(walk: Walk, seat: Seat, act: int | None, by: By) -> None:
    """A seat that the act closed opens again; one that it opened waits again, or goes if it was added by it."""
    if seat.state == SeatState.MOOT and seat.closed_act == act:
        children = walk.children(seat, SeatKind.BEFORE, SeatKind.ADVICE)
        waits = any(one.is_undecided or one.closed_act == act for one in children)
        seat.state = SeatState.WAITING if waits else SeatState.OPEN
        seat.closed_act, seat.closed_at = None, None
    elif seat.opened_act == act and seat.is_undecided:
        if seat.kind == SeatKind.AFTER:
            walk.remove(seat, by.at)
        else:
            seat.state = SeatState.WAITING
