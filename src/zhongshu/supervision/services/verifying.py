"""At whose desk a matter is verified: where everybody at its own had a hand in it, at the next one up the line (D-25)."""

from collections.abc import Iterator
from datetime import date

from zhongshu.org import queries as org
from zhongshu.org.models import Appointment, Duty, Person, Unit
from zhongshu.supervision import policies
from zhongshu.supervision.models import Directive
from zhongshu.supervision.upwards import up_from

OF_ORGAN = {Duty.RECEIVE.value, Duty.LEAD_ORGAN.value}


def verifying_desk(directive: Directive, day: date) -> int:
    """The unit that follows the matter up; of a part, where nobody there is free to verify, that of the whole above."""
    barred = set(directive.hands.values_list("person_id", flat=True))
    for above in up_from(directive.matter):
        if not barred.issuperset(_at(above.unit, directive, day)):
            return above.unit_id
    return directive.matter.unit_id


def free_to_verify(directive: Directive, day: date) -> Iterator[str]:
    """The names of those at that desk who are at work and may verify it, asked as the guard asks."""
    desk = Unit.objects.select_related("organ").get(pk=verifying_desk(directive, day))
    found = Person.objects.in_bulk(list(_at(desk, directive, day)))
    for person_id in sorted(found.keys() - org.away(found, day)):
        if policies.may_verify(org.actor_of(found[person_id], day), directive):
            yield found[person_id].name


def _at(desk: Unit, directive: Directive, day: date) -> Iterator[int]:
    organ = desk.organ or desk
    held = [one for one in org.in_business(organ, day) if org.organ_of(one.post.unit) == organ.pk]
    lead = {one.person_id for one in held if one.post.unit_id == directive.matter.lead_unit_id}
    return (one.person_id for one in held if _shares(one, desk) and one.person_id not in lead)


def _shares(held: Appointment, desk: Unit) -> bool:
    duties = set(held.post.duties)
    if Duty.SUPERVISE.value in duties:
        return True
    here = held.post.unit_id == desk.pk
    if desk.is_organ:
        return bool(duties & OF_ORGAN) or (here and Duty.LEAD_UNIT.value in duties)
    return here
