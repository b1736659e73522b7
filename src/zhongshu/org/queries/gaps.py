"""Whether somebody to whom work is given is there to do it."""

from collections.abc import Iterable
from datetime import date

from zhongshu.org.models import Leave, Person, Unit
from zhongshu.org.queries import asked
from zhongshu.org.queries.people import in_business, receivers


def leaves_in_the_way(person_ids: Iterable[int], today: date, due: date) -> dict[int, Leave]:
    """By person, the leave that covers today or the day work is due, unless somebody stands in on that day."""
    ids = tuple(dict.fromkeys(person_ids))
    leaves = asked.leaves(ids, today, due)
    stands = asked.stood_in_for(ids) if leaves else []
    found: dict[int, Leave] = {}
    for leave in leaves:
        day = due if leave.starts_on <= due <= leave.ends_on else today
        if not any(
            one.absent_id == leave.person_id and one.starts_on <= day <= one.ends_on for one in stands
        ):
            found[leave.person_id] = leave
    return found


def absent_receivers(unit_id: int, today: date, due: date) -> list[Leave]:
    """The leaves of those who receive for a unit, if none of them is there; else none."""
    people = receivers(unit_id, today)
    away = leaves_in_the_way([one.pk for one in people], today, due)
    return list(away.values()) if people and len(away) == len(people) else []


def may_stand_in(unit: Unit, absent_ids: Iterable[int], today: date, due: date) -> list[Person]:
    """Who of the unit, then of its organ, is there today and on the day: the AB 角 to offer."""
    whole = unit.organ or unit
    held = in_business(whole, today)
    held.sort(key=lambda one: one.post.unit_id != unit.pk)
    people = {one.person_id: one.person for one in held}
    left = [pk for pk in people if pk not in set(absent_ids)]
    away = leaves_in_the_way(left, today, due)
    return [people[pk] for pk in left if pk not in away]
