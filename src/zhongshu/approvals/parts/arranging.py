"""What of a route is changed by one button: moved, taken out, a way added."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from django.utils.translation import gettext as _

from zhongshu.approvals import grammar, queries
from zhongshu.approvals.grammar import Parallel, Route, Stage, editing
from zhongshu.approvals.grammar.editing import Place
from zhongshu.approvals.parts.in_use import uses
from zhongshu.kernel.refusals import Conflict

Change = Callable[[Route, str, Place], Route]
One = TypeVar("One")


def _parallel(plan: Route, _code: str, place: Place) -> Route:
    return editing.insert(plan, Parallel(editing.free_code(plan, "parallel"), ((), ())), place)


def _without_field(plan: Route, code: str, _place: Place) -> Route:
    """Without the field and the rights to it; refused while something rests on what it says."""
    if resting := uses(plan, code):
        label = next((one.label for one in plan.fields if one.code == code), code)
        raise Conflict(
            "field_in_use",
            _("“%(label)s”还不能删：%(uses)s用着它。") % {"label": label, "uses": _("、").join(resting)},
            hint=_("请先改这些地方，再删这一栏。"),
        )
    for item in grammar.items(plan):
        if isinstance(item, Stage) and code in item.rights:
            left = {field: right for field, right in item.rights.items() if field != code}
            plan = editing.exchange(plan, replace(item, rights=left))
    return replace(plan, fields=tuple(one for one in plan.fields if one.code != code))


def _field_up(plan: Route, code: str, _place: Place) -> Route:
    at = next((at for at, one in enumerate(plan.fields) if one.code == code), 0)
    return replace(plan, fields=_swapped(plan.fields, at)) if at else plan


def _without_rule(plan: Route, number: str, _place: Place) -> Route:
    return replace(plan, prescriptions=_but(plan.prescriptions, number))


def _without_tie(plan: Route, number: str, _place: Place) -> Route:
    return replace(plan, ties=_but(plan.ties, number))


def _but(rows: Sequence[One], number: str) -> tuple[One, ...]:
    """All but the one in the place ``number``, counted from 1."""
    return tuple(one for at, one in enumerate(rows, 1) if str(at) != number)


def _swapped(rows: Sequence[One], at: int) -> tuple[One, ...]:
    return (*rows[: at - 1], rows[at], rows[at - 1], *rows[at + 1 :])


ACTS: Mapping[str, Change] = {
    "up": lambda plan, code, _place: editing.shift(plan, code, up=True),
    "down": lambda plan, code, _place: editing.shift(plan, code, up=False),
    "remove": lambda plan, code, _place: editing.remove(plan, code),
    "parallel": _parallel,
    "way": lambda plan, code, _place: editing.with_way(plan, code),
    "without-way": lambda plan, code, place: editing.without_way(plan, code, place.way),
    "field-up": _field_up,
    "without-field": _without_field,
    "without-rule": _without_rule,
    "without-tie": _without_tie,
    "shipped": lambda plan, _code, _place: queries.renewed(plan),
}
"""By the name that the button sends: the route, the code of what is meant, the place."""
