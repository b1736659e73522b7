"""What a leader instructed, and in whose hands it is."""

from dataclasses import dataclass

from django.db.models import Q

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.paging import Page, decode_cursor, encode_cursor
from zhongshu.matters.models import Assignment, Group, Matter, Role
from zhongshu.supervision.models import KIND


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """An instructed matter that is not finished, and in whose hands it is now."""

    matter: Matter
    holders: tuple[Assignment, ...]


def instructed(actor: Actor, *, cursor: str = "", size: int = 25) -> Page[Whereabouts]:
    """What ``actor`` instructed and is not finished, earliest date first, each with its present holders."""
    leader = actor.acting_for or actor.person_id
    found = Matter.objects.filter(directive__instructed_by_id=leader, kind=KIND, group=Group.OPEN)
    if cursor:
        day, last = decode_cursor(cursor)
        found = found.filter(Q(current_due__gt=day) | Q(current_due=day, id__gt=last))
    rows = list(found.select_related("directive", "lead_unit").order_by("current_due", "id")[: size + 1])
    more = encode_cursor((str(rows[size - 1].current_due), rows[size - 1].pk)) if len(rows) > size else ""
    held = Assignment.objects.filter(matter__in=rows[:size], done_at__isnull=True).exclude(role=Role.READ)
    holders: dict[int, list[Assignment]] = {}
    for one in held.select_related("holder_unit", "holder_person").order_by("id"):
        holders.setdefault(one.matter_id, []).append(one)
    found_rows = [Whereabouts(matter, _lead_first(holders.get(matter.pk, []))) for matter in rows[:size]]
    return Page(found_rows, next_cursor=more)


def _lead_first(held: list[Assignment]) -> tuple[Assignment, ...]:
    return tuple(sorted(held, key=lambda one: one.role != Role.LEAD))
