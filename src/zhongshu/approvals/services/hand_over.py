from datetime import datetime

from django.db.models import QuerySet

from zhongshu.approvals import queries
from zhongshu.approvals.models import SEATED, Approval, Seat, Status
from zhongshu.approvals.services import trail
from zhongshu.approvals.services.seated import succeed
from zhongshu.kernel.actors import SYSTEM, Actor
from zhongshu.org import queries as org


def hand_over(from_id: int, to_id: int, actor: Actor, at: datetime) -> int:
    """Whoever leaves hands every undecided part in a running paper to his successor.

    Within the use case by which somebody leaves office. Refused where powers would meet in the successor (F-01).
    """
    held = list(_held(from_id).values_list("approval_id", flat=True).distinct())
    for matter_id in held:
        walk = queries.walk_for_update(SYSTEM, matter_id, at)
        approval = walk.approval
        if approval.status == Status.SUSPENDED:
            approval.status = Status.RUNNING
        moved = succeed(walk, from_id, to_id, trail.by(actor, at))
        if approval.suspended_at is not None and approval.status == Status.RUNNING:
            approval.status = Status.SUSPENDED
        name = org.person(to_id).name
        trail.keep(walk, "handed_over", actor=actor, at=at, name=name, count=len(moved))
    return len(held)


def held_by_person(person_id: int) -> int:
    """In how many running papers a person has an undecided part."""
    return _held(person_id).values("approval_id").distinct().count()


def held_by_unit(unit_id: int) -> int:
    """Papers drafted in a unit that are still running."""
    running = (Status.RUNNING, Status.SUSPENDED)
    return Approval.objects.filter(unit_id=unit_id, status__in=running).count()


def _held(person_id: int) -> QuerySet[Seat]:
    running = (Status.RUNNING, Status.SUSPENDED)
    return Seat.objects.filter(person_id=person_id, state__in=SEATED, approval__status__in=running)
