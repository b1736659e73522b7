"""Whom and where a route names."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from zhongshu.approvals.grammar import Flow, Route
from zhongshu.org import queries as org
from zhongshu.org.models import Person, Unit


@dataclass(frozen=True, slots=True)
class Named:
    """Names of ``people`` by staff number, with a word where they have left; of ``units`` by code."""

    people: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)


def named_in(plan: Route) -> Named:
    """The people and the units that the stages of a route name."""
    stages = Flow(plan).stages.values()
    numbers = {number for one in stages for number in (*one.who.people, *one.fallback)}
    codes = {one.who.unit for one in stages if one.who.unit}
    people = org.people_numbered(sorted(numbers), also_left=True) if numbers else []
    units = Unit.objects.filter(code__in=codes).values_list("code", "name") if codes else ()
    return Named({one.staff_number: called(one) for one in people}, dict(units))


def called(one: Person) -> str:
    """The name of somebody whom a route names, and that he has left, where he has."""
    return one.name if one.left_on is None else _("%(name)s（已离任）") % {"name": one.name}
