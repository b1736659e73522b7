"""What every verb of an approval does at its end: keep legs and seats, put the paper on desks, write, tell people."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeVar

from django.db.models import Model

from zhongshu.approvals import registry
from zhongshu.approvals.models import FILED, Hand, LegState, Seat, Status
from zhongshu.approvals.services.desks import lay
from zhongshu.approvals.walking import SUBMIT, By, Walk
from zhongshu.approvals.wording import DRAFTING
from zhongshu.kernel import writing
from zhongshu.kernel.actors import SYSTEM, Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.made import fresh
from zhongshu.matters import services as matters
from zhongshu.matters.models import Group, Light
from zhongshu.org.models import Person
from zhongshu.platform.jobs import services as jobs
from zhongshu.platform.journal import services as journal
from zhongshu.platform.notify import services as notify
from zhongshu.platform.usecases.changes import remember, save_changes

GROUPS: dict[str, Group] = {
    Status.RUNNING: Group.OPEN,
    Status.SUSPENDED: Group.OPEN,
    Status.APPROVED: Group.CLOSED,
    Status.REFUSED: Group.CLOSED,
    Status.VOID: Group.VOID,
}
Row = TypeVar("Row", bound=Model)
Told = dict[str, Any]


def by(actor: Actor, at: datetime) -> By:
    """Who acts, as the walk knows him."""
    return By(actor.person_id, at, actor.acting_for)


def keep(walk: Walk, verb: str, *, actor: Actor, at: datetime, **facts: object) -> None:
    """Save what the act under way has changed, move the paper from desk to desk, write and tell."""
    approval = walk.approval
    matter = approval.matter
    stream, subject = matter.stream, registry.subject_of(matter.kind)
    _write(walk.legs)
    opened = lay(walk, actor=actor, at=at)
    _write(walk.seats)
    _hands(walk)
    save_changes(approval)
    _matter(walk, at=at)
    for seat in actor.seats:
        notify.settle(subject=stream, person_id=seat, at=at)
    told = {**facts, **({"told": _named(walk.told)} if walk.told else {})}
    journal.record(stream=stream, verb=f"approvals.{verb}", actor=actor, at=at, data=told)
    _tell(walk, opened, actor=actor, at=at)
    subject.follow(approval, actor, at)
    if approval.status in FILED:
        jobs.ask("approvals.deposit", actor=SYSTEM, at=at, matter_id=approval.pk)


def _named(told: Sequence[Told]) -> list[Told]:
    """What the house did by itself, with the names of those whom separation of duties left out.

    Whose relative somebody is, the record does not tell everybody.
    """
    barred = {person for one in told if one["what"] == "left_out" for person in one["people"]}
    names = {one.pk: one.name for one in Person.objects.filter(pk__in=barred)} if barred else {}
    return [
        {**one, "names": "、".join(names[person] for person in one["people"])}
        if one["what"] == "left_out"
        else one
        for one in told
    ]


def _write(rows: Sequence[Row]) -> None:
    """Old rows first: a stage has one live leg at a time, and the database holds us to it."""
    for row in rows:
        if not row._state.adding:
            save_changes(row)
    new = [row for row in rows if row._state.adding]
    writing.insert_many(new)
    for row in new:
        remember(row)


def _hands(walk: Walk) -> None:
    new = sorted(walk.hands - walk.hands_kept)
    approval_id = walk.approval.pk
    rows = [fresh(Hand, approval_id=approval_id, person_id=person, power=power) for person, power in new]
    writing.insert_unless_there(rows)
    walk.hands_kept = frozenset(walk.hands)


def _matter(walk: Walk, *, at: datetime) -> None:
    approval, matter = walk.approval, walk.approval.matter
    status = approval.status
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
    approval, matter = walk.approval, walk.approval.matter
    title, asked = {"title": matter.title}, [one for one in opened if one.person_id not in actor.seats]
    for seat in asked:
        back = walk.leg(seat.leg).stage == SUBMIT
        words = on_record("退回给您修改：%(title)s") if back else on_record("请您审批：%(title)s")
        matters.tell_person(matter, seat.person_id, words % title, url=registry.address(approval), at=at)
    if GROUPS[approval.status] != Group.OPEN and approval.submitter_id not in actor.seats:
        words = _ended(approval.status) % title
        matters.tell_person(matter, approval.submitter_id, words, url=registry.address(approval), at=at)


def _ended(status: str) -> str:
    told: dict[str, str] = {
        Status.APPROVED: on_record("审批已通过：%(title)s"),
        Status.REFUSED: on_record("审批未通过：%(title)s"),
        Status.VOID: on_record("审批已作废：%(title)s"),
    }
    return told[status]
