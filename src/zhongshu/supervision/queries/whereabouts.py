"""What a leader instructed, and in whose hands it is."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.keysets import ordered
from zhongshu.kernel.paging import Page
from zhongshu.matters.models import Assignment, Group, Matter, Role, Waits
from zhongshu.supervision.models import KIND

# Late, or waiting for something that does not come by itself; with the supervisors it is on its way.
STUCK = (Waits.MONEY, Waits.SUPERIOR, Waits.DECISION, Waits.OTHER_UNIT, Waits.OURSELVES, Waits.NOBODY)


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """An instructed matter that is not finished, and in whose hands it is now."""

    matter: Matter
    holders: tuple[Assignment, ...]


def instructed(
    actor: Actor, *, stuck_on: date | None = None, cursor: str = "", before: str = "", size: int = 25
) -> Page[Whereabouts]:
    """What ``actor`` instructed and is not finished, earliest date first, each with its present holders.

    With ``stuck_on``, a day, only those that are stuck then.
    """
    found = _instructed(actor, stuck_on).select_related("directive", "lead_unit")
    earliest = ordered(found, current_due=date.fromisoformat, id=int)
    page = earliest.page(after=cursor, before=before, size=size)
    held = Assignment.objects.filter(matter__in=list(page.rows), done_at__isnull=True).exclude(role=Role.READ)
    holders: dict[int, list[Assignment]] = {}
    for one in held.select_related("holder_unit", "holder_person").order_by("id"):
        holders.setdefault(one.matter_id, []).append(one)
    rows = [Whereabouts(matter, _support_last(holders.get(matter.pk, []))) for matter in page.rows]
    return Page(rows, page.next_cursor, page.previous_cursor)


@dataclass(frozen=True, slots=True)
class Instructed:
    """How much a leader instructed and is not finished, and how much of it is stuck."""

    unfinished: int
    stuck: int


def instructed_counts(actor: Actor, today: date) -> Instructed:
    """As many as the two lists have."""
    return Instructed(_instructed(actor, None).count(), _instructed(actor, today).count())


def _instructed(actor: Actor, stuck_on: date | None) -> QuerySet[Matter]:
    leader = actor.in_name_of
    found = Matter.objects.filter(directive__instructed_by_id=leader, kind=KIND, group=Group.OPEN)
    if stuck_on is None:
        return found
    return found.filter(Q(current_due__lt=stuck_on, stopped_on=None) | Q(waits_for__in=STUCK))


def _support_last(held: list[Assignment]) -> tuple[Assignment, ...]:
    """Who carries it first; once that is done who verifies, decides or strikes it off, before those who support."""
    return tuple(sorted(held, key=lambda one: (one.role == Role.SUPPORT) - (one.role == Role.LEAD)))
