"""On whose desks a paper lies: taken off where it is done with, laid where somebody is asked."""

from datetime import datetime

from zhongshu.approvals.models import LegState, Seat, SeatState, Status
from zhongshu.approvals.walking import SUBMIT, Walk
from zhongshu.kernel import writing
from zhongshu.kernel.actors import SYSTEM, Actor
from zhongshu.matters import queries as matter_queries
from zhongshu.matters import services as matters
from zhongshu.matters.models import Assignment, Outcome, Role

OUTCOMES: dict[str, Outcome] = {
    SeatState.AGREED: Outcome.DONE,
    SeatState.REFUSED: Outcome.DONE,
    SeatState.ADVISED: Outcome.DONE,
    SeatState.RETURNED: Outcome.RETURNED,
    SeatState.HANDED_ON: Outcome.HANDED_OVER,
}


def lay(walk: Walk, *, actor: Actor, at: datetime) -> list[Seat]:
    """Take the paper off the desks where it no longer lies and put it on those where it does; says which."""
    held = {one.id: one for one in matter_queries.lying(walk.approval.pk)}
    asked = _asked(walk)
    still = {seat.number for seat in asked}
    for seat in walk.seats:
        if seat.assignment_id in held and seat.number not in still:
            one = held.pop(seat.assignment_id)
            outcome = OUTCOMES.get(seat.state, Outcome.WITHDRAWN)
            mine = seat.decided_by_id is not None and outcome != Outcome.WITHDRAWN
            matters.finish(one, outcome, actor=actor if mine else SYSTEM, at=at, opinion=seat.opinion)
    opened = [seat for seat in asked if not _lies(walk, seat, held)]
    wanted = [(_role(walk, seat), seat.person_id, walk.leg(seat.leg).due) for seat in opened]
    for seat, given in zip(opened, matters.assign_people(walk.approval.matter, wanted, at=at), strict=True):
        seat.assignment_id = given.id
    return opened


def _lies(walk: Walk, seat: Seat, held: dict[int, Assignment]) -> bool:
    """Whether the paper lies on the desk of ``seat`` already; then it lies there until the date of its leg."""
    lies = held.get(seat.assignment_id or 0) or _unlinked(held, walk, seat)
    if lies is None:
        return False
    due = walk.leg(seat.leg).due
    if lies.due != due:
        lies.due = due
        writing.update(lies, ["due"])
    seat.assignment_id = lies.id
    return True


def _role(walk: Walk, seat: Seat) -> Role:
    return Role.HANDLE if walk.leg(seat.leg).stage == SUBMIT else Role.APPROVE


def _unlinked(held: dict[int, Assignment], walk: Walk, seat: Seat) -> Assignment | None:
    """An assignment of the seat's person that came to him by a hand-over and belongs to no seat yet."""
    his = [one for one in held.values() if one.holder_person_id == seat.person_id and one.role != Role.READ]
    taken = {one.assignment_id for one in walk.seats} if his else set()
    return next((one for one in his if one.id not in taken), None)


def _asked(walk: Walk) -> list[Seat]:
    """Seats that are to be decided now; a suspended paper stays on the desks it lay on."""
    if walk.approval.status not in (Status.RUNNING, Status.SUSPENDED):
        return []
    open_legs = {leg.number for leg in walk.legs if leg.state == LegState.OPEN}
    return [seat for seat in walk.seats if seat.state == SeatState.OPEN and seat.leg in open_legs]
