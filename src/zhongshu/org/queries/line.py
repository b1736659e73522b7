"""The line of command: who is above whom."""

from datetime import date

from zhongshu.org.models import Charge, Duty, Person, Post, Unit
from zhongshu.org.queries.actors import organ_of
from zhongshu.org.queries.memory import remembered
from zhongshu.org.queries.people import heads, holding, leaders_of, people_of
from zhongshu.org.queries.periods import appointments_on, in_force


@remembered
def principal_of(organ_id: int, day: date) -> list[Person]:
    """The principal leader of an organ: who leads it and its own desk; else the first of its leaders."""
    leaders = leaders_of(organ_id, day)
    organ = Unit.objects.get(pk=organ_id)
    desk = [one.person for one in people_of(organ, day) if Duty.LEAD_UNIT in one.post.duties]
    return [one for one in desk if one in leaders][:1] or leaders[:1]


@remembered
def in_charge_of(unit_id: int, day: date) -> list[Person]:
    """The leaders in charge of a unit or, where nobody is, of the one above; the principal leader at the top."""
    unit = Unit.objects.get(pk=unit_id)
    above = [int(part) for part in unit.path.split("/") if part]
    charges = list(Charge.objects.filter(in_force(day), unit__in=above).select_related("post"))
    for level in reversed(above):
        found = holding([one.post for one in charges if one.unit_id == level], day)
        if found:
            return found
    return principal_of(organ_of(unit), day)


@remembered
def above(person_id: int, day: date) -> list[Person]:
    """Who is next above a person: the head of his unit; for a head the leader in charge, then the principal
    leader, then the head of the organ above. Nobody at the top."""
    held = appointments_on([person_id], day).first()
    if held is None:
        return []
    unit = held.post.unit
    organ = Unit.objects.select_related("parent").get(pk=organ_of(unit))
    for step in (heads(unit.pk, day), in_charge_of(unit.pk, day), principal_of(organ.pk, day)):
        others = [one for one in step if one.pk != person_id]
        if others and len(others) == len(step):
            return others
    return principal_of(organ_of(organ.parent), day) if organ.parent else []


def people_numbered(staff_numbers: list[str], *, also_left: bool = False) -> list[Person]:
    """People by staff number, in the order given; those who have left only where they are asked for, too."""
    found = {one.staff_number: one for one in Person.objects.filter(staff_number__in=staff_numbers)}
    known = [found[number] for number in staff_numbers if number in found]
    return [one for one in known if also_left or one.left_on is None]


@remembered
def holding_post(title: str, unit_path: str, day: date) -> list[Person]:
    """Who holds the post called ``title`` in a unit or below it."""
    return holding(list(Post.objects.filter(title=title, unit__path__startswith=unit_path)), day)
