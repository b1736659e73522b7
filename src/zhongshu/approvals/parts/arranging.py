"""What of a route is changed by one button: moved, taken out, a way added."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from zhongshu.approvals.grammar import Parallel, Route, editing
from zhongshu.approvals.grammar.editing import Place

Change = Callable[[Route, str, Place], Route]
One = TypeVar("One")


def _parallel(plan: Route, _code: str, place: Place) -> Route:
    return editing.insert(plan, Parallel(editing.free_code(plan, "parallel"), ((), ())), place)


def _without_field(plan: Route, code: str, _place: Place) -> Route:
    return replace(plan, fields=tuple(one for one in plan.fields if one.code != code))


def _field_up(plan: Route, code: str, _place: Place) -> Route:
    at = next((at for at, one in enumerate(plan.fields) if one.code == code), 0)
    return replace(plan, fields=_swapped(plan.fields, at)) if at else plan


def _without_rule(plan: Route, number: str, _place: Place) -> Route:
    left = [one for at, one in enumerate(plan.prescriptions, 1) if str(at) != number]
    return replace(plan, prescriptions=tuple(left))


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
}
"""By the name that the button sends: the route, the code of what is meant, the place."""
