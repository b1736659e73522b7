"""Sample papers that stand for all papers: one for every way the conditions of a route can turn out."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from zhongshu.approvals.grammar import Choice, Condition, Field, FieldKind, Route, Stage, Test, Values
from zhongshu.approvals.grammar.conditions import Value, tests_of
from zhongshu.approvals.grammar.flow import items_of

MOST = 20_000
STEP = {FieldKind.MONEY: Decimal("0.01")}


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
    if field is not None and field.kind in (FieldKind.MONEY, FieldKind.NUMBER):
        return _numbers(field, tests)
    if field is not None and field.kind == FieldKind.YES_NO:
        return ["yes", "no"]
    if field is not None and field.kind == FieldKind.CHOICE:
        found: list[Value | None] = [code for code, _label in field.choices]
        return found if field.required else [*found, None]
    words = {word for test in tests for word in _words(test)}
    return [*sorted(words), "…", None]


def _numbers(field: Field, tests: list[Test]) -> list[Value | None]:
    step = STEP.get(field.kind, Decimal(1))
    marks = {test.value for test in tests if isinstance(test.value, Decimal)}
    found = {mark + off for mark in marks for off in (-step, Decimal(0), step)}
    if field.kind == FieldKind.MONEY:
        found = {one for one in found if one >= 0} | {step}
    numbers: list[Value | None] = [*sorted(found)]
    return numbers if field.required else [*numbers, None]


def _words(test: Test) -> tuple[str, ...]:
    return test.value if isinstance(test.value, tuple) else (str(test.value),)
