from collections.abc import Sequence
from datetime import date, datetime

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.made import fresh
from zhongshu.kernel.writing import insert, insert_many, update
from zhongshu.matters.models import Assignment, Matter, Outcome, Role
from zhongshu.matters.services.know import draw_in, make_known
from zhongshu.org import queries as org


def assign(
    matter: Matter,
    role: Role,
    *,
    unit_id: int | None = None,
    person_id: int | None = None,
    due: date,
    at: datetime,
) -> Assignment:
    """Put ``matter`` into the hands of a unit, of a person, or of a person in a unit, until ``due``.

    For a person who has left it goes to who took over from him, else to the unit, at last to that of the matter (law 1).
    """
    person_id = org.in_place_of(person_id)
    if not (unit_id or person_id):
        unit_id = matter.unit_id or matter.organ_id
    principals = [f"p:{person_id}"] if person_id else []
    principals += [f"u:{unit_id}"] if unit_id else []
    make_known(matter.pk, principals, origin="assigned", at=at)
    given = Assignment(
        matter=matter,
        role=role,
        holder_unit_id=unit_id,
        holder_person_id=person_id,
        due=due,
        opened_at=at,
    )
    insert(given)
    return given


def assign_people(
    matter: Matter, wanted: Sequence[tuple[Role, int, date]], *, at: datetime
) -> list[Assignment]:
    """As ``assign``, for several persons at once: in which role, who (by id), until when."""
    make_known(matter.pk, [f"p:{person_id}" for _role, person_id, _due in wanted], origin="assigned", at=at)
    given = [
        fresh(Assignment, matter_id=matter.pk, role=role, holder_person_id=person_id, due=due, opened_at=at)
        for role, person_id, due in wanted
    ]
    insert_many(given)
    return given


def name_person(assignment: Assignment, *, actor: Actor, at: datetime) -> None:
    """Somebody of the holding unit takes it into his own hands (签收)."""
    assignment.holder_person_id = actor.in_name_of
    assignment.received_at = at
    assignment.save(update_fields=["holder_person", "received_at"])


def finish(
    assignment: Assignment,
    outcome: Outcome,
    *,
    actor: Actor,
    at: datetime,
    opinion: str = "",
) -> None:
    """Take an assignment off its holder's desk, saying how it ended and who ended it."""
    assignment.done_at = at
    assignment.done_by_id = actor.person_id
    assignment.acting_for_id = actor.acting_for
    assignment.outcome = outcome
    assignment.opinion = opinion
    update(assignment, ("done_at", "done_by_id", "acting_for_id", "outcome", "opinion"))


def finish_all(
    matter: Matter,
    *,
    actor: Actor,
    at: datetime,
    outcome: Outcome = Outcome.DONE,
    roles: tuple[Role, ...] = tuple(Role),
    opinion: str = "",
) -> list[Assignment]:
    """Take a matter off all desks where it lies in one of ``roles``; returns what was ended."""
    held = list(Assignment.objects.filter(matter=matter, done_at__isnull=True, role__in=roles))
    for assignment in held:
        finish(assignment, outcome, actor=actor, at=at, opinion=opinion)
    return held


def finish_held(matters: Sequence[Matter], *, actor: Actor, at: datetime, outcome: Outcome) -> int:
    """Take many matters off all desks, as ``finish_all`` one; how many assignments that ended."""
    held = Assignment.objects.filter(matter__in=[one.pk for one in matters], done_at__isnull=True)
    ended = {"done_at": at, "done_by_id": actor.person_id, "acting_for_id": actor.acting_for}
    return held.update(outcome=outcome, **ended)


def withdraw(matter: Matter, *, given_at: datetime, actor: Actor, at: datetime, opinion: str) -> None:
    """Take off all desks what was put there at ``given_at``, and from those who came to know by it their knowledge."""
    for given in Assignment.objects.filter(matter=matter, done_at__isnull=True, opened_at=given_at):
        finish(given, Outcome.WITHDRAWN, actor=actor, at=at, opinion=opinion)
    draw_in(matter.pk, origin="assigned", given_at=given_at)


def redate(matter: Matter, due: date, *, roles: tuple[Role, ...] = (Role.LEAD, Role.SUPPORT)) -> None:
    """Move the date of the open assignments of those who carry a matter out."""
    Assignment.objects.filter(matter=matter, done_at__isnull=True, role__in=roles).update(due=due)


def redate_many(matter_ids: Sequence[int], due: date) -> None:
    """As ``redate``, for many matters that go to the same day."""
    held = Assignment.objects.filter(matter_id__in=matter_ids, done_at__isnull=True)
    held.filter(role__in=(Role.LEAD, Role.SUPPORT)).update(due=due)
