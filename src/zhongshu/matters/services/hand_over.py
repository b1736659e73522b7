from datetime import datetime

from zhongshu.kernel.actors import Actor
from zhongshu.matters.models import Assignment, Outcome
from zhongshu.matters.services.assign import finish
from zhongshu.matters.services.know import make_known
from zhongshu.org.models import Person
from zhongshu.platform.journal import services as journal


def hand_over(from_id: int, to_id: int, actor: Actor, at: datetime) -> int:
    """Move everything that lies on one person's desk to another's, each with its part and its date (law 1).

    Within the use case by which somebody leaves office; every matter's journal tells of it.
    Whether the successor may do the next step is asked when he does it, as of anybody (law 3).
    """
    names = dict(Person.objects.filter(pk__in=[from_id, to_id]).values_list("pk", "name"))
    rows = Assignment.objects.filter(holder_person_id=from_id, done_at__isnull=True)
    held = list(rows.select_for_update(of=("self",)).select_related("matter").order_by("id"))
    for assignment in held:
        finish(assignment, Outcome.HANDED_OVER, actor=actor, at=at)
        Assignment.objects.create(
            matter=assignment.matter,
            role=assignment.role,
            holder_unit_id=assignment.holder_unit_id,
            holder_person_id=to_id,
            due=assignment.due,
            opened_at=at,
            received_at=assignment.received_at and at,
        )
        make_known(assignment.matter_id, [f"p:{to_id}"], origin="handed_over", at=at)
        told = {"from": names[from_id], "to": names[to_id], "role": assignment.role}
        journal.record(
            stream=assignment.matter.stream, verb="matters.handed_over", actor=actor, at=at, data=told
        )
    return len(held)


def held_by_person(person_id: int) -> int:
    """How many open assignments lie with a person."""
    return Assignment.objects.filter(holder_person_id=person_id, done_at__isnull=True).count()


def held_by_unit(unit_id: int) -> int:
    """How many open assignments lie with a unit, taken into somebody's own hands or not."""
    return Assignment.objects.filter(holder_unit_id=unit_id, done_at__isnull=True).count()
