"""Parts that routes share: a route of the kind PART is called by name in others, and put into them when they are published.

What is put in bears the code of the call before its own, so that one part can be called twice. The fields that its
conditions read are those of the caller.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from zhongshu.approvals.grammar.flow import items_of
from zhongshu.approvals.grammar.route import Choice, Group, Item, Parallel, Prescription, Route, Stage

PART = "part"
Found = tuple[Route, int]
"""A part in force, and the number of its version."""


class Unresolved(Exception):
    """A call that cannot be put in: ``call`` calls what is not in force, or (``itself``) what calls it."""

    def __init__(self, call: Group, *, itself: bool) -> None:
        super().__init__(call.route)
        self.call, self.itself = call, itself


def calls(route: Route) -> Iterator[Group]:
    """The calls of a route, without those inside what is called."""
    inside = {inner.code for call in _called(route) for inner in items_of(call.body)}
    return (call for call in _called(route) if call.code not in inside)


def resolved(route: Route, find: Callable[[str], Found | None]) -> Route:
    """The route with every part that it calls put in as it is in force now; Unresolved where one cannot be."""
    bare, brought = folded(route), list[Prescription]()

    def put(item: Item) -> Item:
        if not (isinstance(item, Group) and item.route):
            return item
        if item.route == route.name:
            raise Unresolved(item, itself=True)
        found = find(item.route)
        if found is None or _reaches(found[0], route.name):
            raise Unresolved(item, itself=found is not None)
        part, version = found
        brought.extend(replace(one, stage=f"{item.code}.{one.stage}") for one in part.prescriptions)
        return replace(item, body=_each(part.body, lambda one: _under(item.code, one)), version=version)

    body = _each(bare.body, put)
    return replace(bare, body=body, prescriptions=(*bare.prescriptions, *brought))


def folded(route: Route) -> Route:
    """The route without what its calls have put in; that is looked up anew whenever it is published."""
    fronts = tuple(f"{call.code}." for call in _called(route))
    if not fronts:
        return route
    kept = tuple(one for one in route.prescriptions if not one.stage.startswith(fronts))
    return replace(route, body=_each(route.body, _empty), prescriptions=kept)


def _called(route: Route) -> Iterator[Group]:
    return (one for one in items_of(route.body) if isinstance(one, Group) and one.route)


def _reaches(part: Route, name: str) -> bool:
    return part.name == name or any(call.route == name for call in _called(part))


def _empty(item: Item) -> Item:
    return replace(item, body=(), version=0) if isinstance(item, Group) and item.route else item


def _under(code: str, item: Item) -> Item:
    return replace(item, code=f"{code}.{item.code}")


def _each(body: tuple[Item, ...], change: Callable[[Item], Item]) -> tuple[Item, ...]:
    """Every item of a body changed, those at the bottom first."""
    return tuple(change(_inside(item, change)) for item in body)


def _inside(item: Item, change: Callable[[Item], Item]) -> Item:
    if isinstance(item, Stage):
        return item
    if isinstance(item, Group):
        return replace(item, body=_each(item.body, change))
    if isinstance(item, Parallel):
        return replace(item, branches=tuple(_each(body, change) for body in item.branches))
    assert isinstance(item, Choice)
    branches = tuple(replace(one, body=_each(one.body, change)) for one in item.branches)
    otherwise = None if item.otherwise is None else _each(item.otherwise, change)
    return replace(item, branches=branches, otherwise=otherwise)
