"""What every verb of an approval does at its end: keep legs and seats, put the paper on desks, write, tell people."""

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar

from django.db.models import Model

from zhongshu.approvals import registry
from zhongshu.approvals.models import FILED, Hand, Leg, LegState, Seat, SeatState, Status
from zhongshu.approvals.walking import SUBMIT, By, Walk
from zhongshu.approvals.wording import DRAFTING
from zhongshu.kernel.actors import SYSTEM, Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.matters import services as matters
from zhongshu.matters.models import Assignment, Group, Light, Outcome, Role
from zhongshu.platform.jobs import services as jobs
from zhongshu.platform.journal import services as journal
from zhongshu.platform.notify import services as notify
from zhongshu.platform.usecases.changes import remember, save_changes

GROUPS = {
    Status.RUNNING: Group.OPEN,
    Status.SUSPENDED: Group.OPEN,
    Status.APPROVED: Group.CLOSED,
    Status.REFUSED: Group.CLOSED,
    Status.VOID: Group.VOID,
}
OUTCOMES = {
    SeatState.AGREED: Outcome.DONE,
    SeatState.REFUSED: Outcome.DONE,
    SeatState.ADVISED: Outcome.DONE,
    SeatState.RETURNED: Outcome.RETURNED,
    SeatState.HANDED_ON: Outcome.HANDED_OVER,
}
Row = TypeVar("Row", bound=Model)


def by(actor: Actor, at: datetime) -> By:
    """Who acts, as the walk knows him."""
    return By(actor.person_id, at, actor.acting_for)


def keep(walk: Walk, verb: str, *, actor: Actor, at: datetime, **facts: object) -> None:
    """Save what the act under way has changed, move the paper from desk to desk, write and tell."""
    _save(walk)
    opened = _desks(walk, actor=actor, at=at)
    _matter(walk, at=at)
    for seat in actor.seats:
        notify.settle(subject=walk.approval.matter.stream, person_id=seat, at=at)
    told = {**facts, **({"told": walk.told} if walk.told else {})}
    journal.record(
        stream=walk.approval.matter.stream, verb=f"approvals.{verb}", actor=actor, at=at, data=told
    )
    _tell(walk, opened, actor=actor, at=at)
    registry.subject_of(walk.approval.matter.kind).follow(walk.approval, actor, at)
    if walk.approval.status in FILED:
        jobs.ask("approvals.deposit", actor=SYSTEM, at=at, matter_id=walk.approval.pk)


def _save(walk: Walk) -> None:
    """Old rows first: a stage has one live leg at a time, and the database holds us to it."""
    _write(Leg, walk.legs)
    _write(Seat, walk.seats)
    hands = [Hand(approval=walk.approval, person_id=person, power=power) for person, power in walk.hands]
    Hand.objects.bulk_create(hands, ignore_conflicts=True)
    save_changes(walk.approval)


def _write(model: type[Row], rows: Iterable[Row]) -> None:
    known = [row for row in rows if row.pk]
    for row in known:
        save_changes(row)
    fresh = [row for row in rows if not row.pk]
    if fresh:
        model._default_manager.bulk_create(fresh)
    for row in fresh:
        remember(row)


def _desks(walk: Walk, *, actor: Actor, at: datetime) -> list[Seat]:
    """Take the paper off the desks where it no longer lies and put it on those where it does; says which."""
    matter = walk.approval.matter
    held = {one.pk: one for one in Assignment.objects.filter(matter=matter, done_at__isnull=True)}
    asked = _asked(walk)
    for seat in walk.seats:
        if seat.assignment_id in held and seat not in asked:
            one = held.pop(seat.assignment_id)
            outcome = OUTCOMES.get(SeatState(seat.state), Outcome.WITHDRAWN)
            mine = seat.decided_by_id is not None and outcome != Outcome.WITHDRAWN
            matters.finish(one, outcome, actor=actor if mine else SYSTEM, at=at, opinion=seat.opinion)
    opened: list[Seat] = []
    for seat in asked:
        leg = walk.leg(seat.leg)
        lies = held.get(seat.assignment_id or 0) or _unlinked(held, walk, seat)
        if lies is None:
            role = Role.HANDLE if leg.stage == SUBMIT else Role.APPROVE
            lies = matters.assign(matter, role, person_id=seat.person_id, due=leg.due, at=at)
            opened.append(seat)
        elif lies.due != leg.due:
            lies.due = leg.due
            lies.save(update_fields=["due"])
        if seat.assignment_id != lies.pk:
            seat.assignment = lies
            save_changes(seat)
    return opened


def _unlinked(held: dict[int, Assignment], walk: Walk, seat: Seat) -> Assignment | None:
    """An assignment of the seat's person that came to him by a hand-over and belongs to no seat yet."""
    taken = {one.assignment_id for one in walk.seats}
    return next(
        (
            one
            for one in held.values()
            if one.holder_person_id == seat.person_id and one.pk not in taken and one.role != Role.READ
        ),
        None,
    )


def _asked(walk: Walk) -> list[Seat]:
    """Seats that are to be decided now; a suspended paper stays on the desks it lay on."""
    if walk.approval.status not in (Status.RUNNING, Status.SUSPENDED):
        return []
    open_legs = {leg.number for leg in walk.legs if leg.state == LegState.OPEN}
    return [seat for seat in walk.seats if seat.state == SeatState.OPEN and seat.leg in open_legs]


def _matter(walk: Walk, *, at: datetime) -> None:
    approval, matter = walk.approval, walk.approval.matter
    status = Status(approval.status)
    live = [leg for leg in walk.legs if leg.state == LegState.OPEN]
    drafting = status == Status.RUNNING and any(leg.stage == SUBMIT for leg in live)
    matter.state = DRAFTING if drafting else status
    matter.group = GROUPS[status]
    stopped = approval.suspended_at if status == Status.SUSPENDED else None
    matter.stopped_on = local_day(stopped) if stopped else None
    if live:
        matter.current_due = min(leg.due for leg in live)
        matter.light = Light.GREY if stopped else matters.light_on(local_day(at), matter.current_due)
    else:
        matter.light, matter.closed_at = Light.GREY, at
    save_changes(matter)


def _tell(walk: Walk, opened: list[Seat], *, actor: Actor, at: datetime) -> None:
    approval, url = walk.approval, registry.address(walk.approval)
    title = {"title": approval.matter.title}
    for seat in opened:
        if seat.person_id in actor.seats:
            continue
        back = walk.leg(seat.leg).stage == SUBMIT
        words = on_record("退回给您修改：%(title)s") if back else on_record("请您审批：%(title)s")
        matters.tell_person(approval.matter, seat.person_id, words % title, url=url, at=at)
    ended = {
        Status.APPROVED: on_record("审批已通过：%(title)s"),
        Status.REFUSED: on_record("审批未通过：%(title)s"),
        Status.VOID: on_record("审批已作废：%(title)s"),
    }.get(Status(approval.status))
    if ended and approval.submitter_id not in actor.seats:
        matters.tell_person(approval.matter, approval.submitter_id, ended % title, url=url, at=at)
