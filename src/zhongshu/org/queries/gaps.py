"""Whether somebody to whom work is given is there to do it."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from zhongshu.kernel.prepared import prepared
from zhongshu.org.models import Leave, Person, StandIn, Unit
from zhongshu.org.queries.people import people_of, receivers


def leaves_in_the_way(person_ids: Iterable[int], today: date, due: date) -> dict[int, Leave]:
    """By person, the leave that covers today or the day work is due, unless somebody stands in on that day."""
    ids = tuple(dict.fromkeys(person_ids))
    leaves = _leaves(ids, today, due)
    stands = _stood_in_for(ids) if leaves else []
    found: dict[int, Leave] = {}
    for leave in leaves:
        day = due if leave.starts_on <= due <= leave.ends_on else today
        if not any(
            one.absent_id == leave.person_id and one.starts_on <= day <= one.ends_on for one in stands
        ):
            found[leave.person_id] = leave
    return found


@prepared
def _leaves(person_ids: tuple[int, ...], today: date, due: date) -> QuerySet[Leave]:
    covers = Q(starts_on__lte=today, ends_on__gte=today) | Q(starts_on__lte=due, ends_on__gte=due)
    return (
        Leave.objects.filter(covers, person__pk__in=person_ids).select_related("person").order_by("starts_on")
    )


@prepared
def _stood_in_for(person_ids: tuple[int, ...]) -> QuerySet[StandIn]:
    return StandIn.objects.filter(absent__pk__in=person_ids, revoked_at__isnull=True)


def absent_receivers(unit_id: int, today: date, due: date) -> list[Leave]:
    """The leaves of those who receive for a unit, if none of them is there; else none."""
    people = receivers(unit_id, today)
    away = leaves_in_the_way([one.pk for one in people], today, due)
    return list(away.values()) if people and len(away) == len(people) else []


def may_stand_in(unit: Unit, absent_ids: Iterable[int], today: date, due: date) -> list[Person]:
    """Who of the unit, then of its organ, is there today and on the day: the AB 角 to offer."""
    whole = unit.organ or unit
    held = [*people_of(unit, today), *people_of(whole, today, whole_organ=True)]
    people = {
        one.person_id: one.person for one in held if one.person.user is None or not one.person.user.admin_role
    }
    left = [pk for pk in people if pk not in set(absent_ids)]
    away = leaves_in_the_way(left, today, due)
    return [people[pk] for pk in left if pk not in away]
