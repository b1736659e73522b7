"""The line of command above a matter: who holds it, the section chief, the leader in charge, the principal leader."""

from datetime import date

from zhongshu.matters import queries as matters
from zhongshu.matters.models import Role
from zhongshu.org import queries as org
from zhongshu.org.models import Duty, Person, Unit
from zhongshu.supervision.models import Directive

CARRYING_OUT = (Role.LEAD, Role.SUPPORT)


def holders(directive: Directive, day: date) -> list[Person]:
    """Those on whose desks the matter lies as its lead: the handler, else who receives for the unit."""
    found: list[Person] = []
    for held in matters.open_assignments(directive.pk).filter(role=Role.LEAD):
        found += [held.holder_person] if held.holder_person else org.receivers(held.holder_unit_id or 0, day)
    return list(dict.fromkeys(found))


def hands(directive: Directive) -> set[int]:
    """Everybody who carries the matter out by name."""
    held = matters.open_assignments(directive.pk).filter(role__in=CARRYING_OUT, holder_person__isnull=False)
    return {one.holder_person_id for one in held if one.holder_person_id}


def superiors(directive: Directive, rung: str, day: date) -> list[Person]:
    """Who stands on ``rung`` of the line above the lead unit; the next rung up where nobody stands there.

    ``rung``  holder, section_chief, leader_in_charge or principal_leader. Who handles it himself, or has it on his
              desk unsigned, stands on none below the last: nothing rises by being told to him once more.
    """
    lead = directive.matter.lead_unit
    if lead is None or rung == "holder":
        return holders(directive, day)
    organ = lead.organ or lead
    found: list[Person] = []
    if rung == "section_chief":
        found = _beside(directive, _section_chiefs(directive, lead, day), day)
    if not found and rung != "principal_leader":
        found = _beside(directive, _in_charge(directive, organ, day), day)
    return found or _principals(organ, day) or holders(directive, day)


def _beside(directive: Directive, found: list[Person], day: date) -> list[Person]:
    """Those found who do not carry it out by name, nor have it on their desk as long as nobody does."""
    carrying = hands(directive) | {one.pk for one in holders(directive, day)}
    return [one for one in found if one.pk not in carrying]


def _section_chiefs(directive: Directive, lead: Unit, day: date) -> list[Person]:
    """Heads of the section in which the handler sits; of the lead unit while nobody handles it."""
    handler = next((one for one in holders(directive, day) if one.pk in hands(directive)), None)
    sections = [lead]
    if handler is not None:
        posts = org.appointments_on([handler.pk], day)
        sections = [one.post.unit for one in posts if one.post.unit.path.startswith(lead.path)] or sections
    section = sections[0]
    return [] if section.is_organ else org.heads(section.pk, day)


def _in_charge(directive: Directive, organ: Unit, day: date) -> list[Person]:
    """The leader named for the matter (责任领导); else the leaders below the principal one."""
    leaders = org.leaders_of(organ.pk, day)
    named = [one for one in leaders if one.name and one.name in directive.owner_name]
    principals = _principals(organ, day)
    return named or [one for one in leaders if one not in principals]


def _principals(organ: Unit, day: date) -> list[Person]:
    """The head of the organ: who leads it and its own desk; else the first of its leaders."""
    leaders = org.leaders_of(organ.pk, day)
    heads = [
        one.person
        for one in org.people_of(organ, day)
        if Duty.LEAD_UNIT in one.post.duties and one.person in leaders
    ]
    return heads[:1] or leaders[:1]
