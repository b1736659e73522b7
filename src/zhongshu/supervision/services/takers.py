"""Who carries out a step of a chain, found by its role on the day it comes to that step."""

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from zhongshu.kernel.refusals import Refusal
from zhongshu.org import queries as org
from zhongshu.org.models import Person, Unit
from zhongshu.supervision.models import ChainStep, Directive, StepRole
from zhongshu.supervision.services.part import below


class Taker(NamedTuple):
    """A unit, and the person in it where the role names one."""

    unit_id: int
    person: Person | None = None


def taker(step: ChainStep, whole: Directive, unit_id: int | None, day: date) -> Taker | None:
    """Who takes the step of ``whole`` on ``day``: ``unit_id`` where that was chosen, else by its role.

    None where the role leads to nobody: a closed unit, a unit still to be chosen. Of a unit that its role
    names, too, the person stays the one of the role.
    """
    found = _by_role(step, whole, day)
    if unit_id is None or (found and found.unit_id == unit_id):
        return found
    return Taker(unit_id)


def differing(step: ChainStep, whole: Directive, unit_id: int | None, day: date) -> int | None:
    """``unit_id``, unless the role leads to it anyhow: then the role is asked again when it comes to the step."""
    found = _by_role(step, whole, day)
    return None if found and found.unit_id == unit_id else unit_id


def may_take(taken: Taker, whole: Directive, desk: Unit) -> None:
    """Refuse a taker to whom ``desk`` cannot give it: itself, or for a lead unit one that is not below it."""
    if desk.pk != whole.matter.unit_id:
        below(whole, taken.unit_id)
    if taken.unit_id == desk.pk:
        told = _("%(unit)s负责跟踪和审核这一步，不能自己承办，请另选。") % {"unit": desk}
        raise Refusal("desk_takes_no_step", told, rule="D-18")


def _by_role(step: ChainStep, whole: Directive, day: date) -> Taker | None:
    lead_id = whole.matter.lead_unit_id
    if step.role == StepRole.POST and step.post is not None:
        holder = next(iter(org.holding([step.post], day)), None)
        return None if step.post.unit.closed_on else Taker(step.post.unit_id, holder)
    if step.role == StepRole.UNIT and step.unit is not None:
        return None if step.unit.closed_on else Taker(step.unit.pk)
    if lead_id is None:
        return None
    if step.role == StepRole.IN_CHARGE:
        return _seat_of(next(iter(org.in_charge_of(lead_id, day)), None), day)
    return Taker(lead_id) if step.role == StepRole.LEAD else None


def _seat_of(person: Person | None, day: date) -> Taker | None:
    held = org.appointments_on([person.pk], day).first() if person else None
    return Taker(held.post.unit_id, person) if held else None
