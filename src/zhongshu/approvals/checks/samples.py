"""Sample papers that stand for all papers: one for every way the conditions of a route can turn out."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise, product

from zhongshu.approvals.grammar import Choice, Condition, Field, FieldKind, Route, Stage, Test, Values
from zhongshu.approvals.grammar.conditions import Value, tests_of
from zhongshu.approvals.grammar.flow import items_of

MOST = 20_000
CENT = Decimal("0.01")


class TooMany(ValueError):
    """The conditions allow more cases than can be gone through."""


def conditions_of(route: Route) -> Iterator[Condition]:
    """Every condition in a route."""
    for item in items_of(route.body):
        if isinstance(item, Stage):
            yield item.when
        elif isinstance(item, Choice):
            yield from (branch.when for branch in item.branches)
    yield from (one.when for one in route.prescriptions)


def samples(route: Route) -> list[Values]:
    """Papers such that every other paper is treated like one of them.

    A condition compares a field with fixed values; between two such values nothing changes. So the values
    themselves and one on either side of each stand for all. TooMany past MOST cases.
    """
    asked: dict[str, list[Test]] = {}
    for condition in conditions_of(route):
        for test in tests_of(condition):
            asked.setdefault(test.field, []).append(test)
    fields = {one.code: one for one in route.fields}
    axes = [(code, _values(fields.get(code), tests)) for code, tests in sorted(asked.items())]
    cases = 1
    for _code, values in axes:
        cases *= len(values)
    if cases > MOST:
        raise TooMany(str(cases))
    names = [code for code, _values_ in axes]
    found = product(*(values for _code, values in axes))
    return [
        {name: value for name, value in zip(names, one, strict=True) if value is not None} for one in found
    ]


def _values(field: Field | None, tests: list[Test]) -> list[Value | None]:
    found: list[Value | None] = [*_told(field, tests)]
    nothing = field is None or not field.required or not found
    return [*found, None] if nothing else found


def _told(field: Field | None, tests: list[Test]) -> list[Value]:
    if field is not None and field.kind in (FieldKind.MONEY, FieldKind.NUMBER):
        return [*_numbers(field, tests)]
    if field is not None and field.kind == FieldKind.YES_NO:
        return ["yes", "no"]
    if field is not None and field.kind == FieldKind.CHOICE:
        return [code for code, _label in field.choices]
    return [*sorted({word for test in tests for word in test.words}), "…"]


def _numbers(field: Field, tests: list[Test]) -> list[Decimal]:
    """What is compared with, one below all and above all, and one between each two of them."""
    marks = sorted({number for test in tests for number in test.numbers})
    if field.kind == FieldKind.MONEY:
        found = {mark + off for mark in marks for off in (-CENT, Decimal(0), CENT)}
        return sorted({one for one in found if one >= 0} | {CENT})
    between = {(one + other) / 2 for one, other in pairwise(marks)}
    return sorted({Decimal(0), *marks, *between, *(mark + off for mark in marks for off in (-1, 1))})
