"""Changing a route item by item, as its editor does. Every change gives a new route; none is looked up elsewhere."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import count

from zhongshu.approvals.grammar.flow import bodies, items_of
from zhongshu.approvals.grammar.route import Branch, Choice, Group, Item, Parallel, Route, Stage

Body = tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A body: the ``way``-th of the item ``owner``; "" is the route itself.

    The ways of a choice are its branches in order, and after them what is done otherwise.
    """

    owner: str = ""
    way: int = 0


def find(route: Route, code: str) -> Item | None:
    """The item with this code, at any depth."""
    return next((item for item in items_of(route.body) if item.code == code), None)


def free_code(route: Route, prefix: str) -> str:
    """A code that nothing in the route has yet: ``stage1``, ``stage2``, …"""
    taken = {item.code for item in items_of(route.body)} | {field.code for field in route.fields}
    return next(code for number in count(1) if (code := f"{prefix}{number}") not in taken)


def insert(route: Route, item: Item, place: Place, index: int | None = None) -> Route:
    """``item`` put into a body before its ``index``-th item; at its end, if not given."""

    def put(body: Body, here: Place) -> Body:
        if here != place:
            return body
        at = len(body) if index is None else index
        return (*body[:at], item, *body[at:])

    return _each_body(route, put)


def remove(route: Route, code: str) -> Route:
    """Without the item, and without all that is in it."""
    return _each_body(route, lambda body, _here: tuple(item for item in body if item.code != code))


def exchange(route: Route, item: Item) -> Route:
    """With ``item`` instead of the one that has its code."""
    return _each_body(
        route, lambda body, _here: tuple(item if one.code == item.code else one for one in body)
    )


def shift(route: Route, code: str, *, up: bool) -> Route:
    """The item one place up or down, in the order in which the route is read: into parts that are next to it,
    out of the part it stands in. Unchanged at either end."""
    item = find(route, code)
    if item is None:
        return route
    rest = remove(route, code)
    slots = list(_slots(rest))
    now = next(at for at, slot in enumerate(slots) if insert(rest, item, *slot) == route)
    then = now - 1 if up else now + 1
    return insert(rest, item, *slots[then]) if 0 <= then < len(slots) else route


def with_way(route: Route, code: str) -> Route:
    """A parallel part with one way more."""
    item = find(route, code)
    return (
        exchange(route, replace(item, branches=(*item.branches, ()))) if isinstance(item, Parallel) else route
    )


def with_branch(route: Route, code: str, branch: Branch, way: int | None = None) -> Route:
    """A choice with one branch more; or with the ``way``-th under another title and condition, its body kept."""
    item = find(route, code)
    if not isinstance(item, Choice):
        return route
    found = list(item.branches)
    if way is None:
        found.append(branch)
    else:
        found[way] = replace(branch, body=found[way].body)
    return exchange(route, replace(item, branches=tuple(found)))


def without_way(route: Route, code: str, way: int) -> Route:
    """A choice or a parallel part without one of its ways; without its last branch it goes altogether."""
    item = find(route, code)
    if isinstance(item, Choice):
        branches = (*item.branches[:way], *item.branches[way + 1 :])
        return exchange(route, replace(item, branches=branches)) if branches else remove(route, code)
    if isinstance(item, Parallel):
        ways = (*item.branches[:way], *item.branches[way + 1 :])
        return exchange(route, replace(item, branches=ways)) if ways else remove(route, code)
    return route


def _slots(route: Route) -> Iterator[tuple[Place, int]]:
    """Every place where an item can stand, in reading order."""

    def within(body: Body, here: Place) -> Iterator[tuple[Place, int]]:
        for index, item in enumerate(body):
            yield here, index
            for way, inner in enumerate(_bodies(item)):
                yield from within(inner, Place(item.code, way))
        yield here, len(body)

    return within(route.body, Place())


def _bodies(item: Item) -> tuple[Body, ...]:
    """As ``bodies``, with what a choice does otherwise even if that is nothing."""
    if isinstance(item, Choice) and item.otherwise is not None:
        return (*(branch.body for branch in item.branches), item.otherwise)
    return bodies(item)


def _each_body(route: Route, change: Callable[[Body, Place], Body]) -> Route:
    def within(body: Body, here: Place) -> Body:
        return tuple(inside(item) for item in change(body, here))

    def inside(item: Item) -> Item:
        if isinstance(item, Stage):
            return item
        inner = [within(body, Place(item.code, way)) for way, body in enumerate(_bodies(item))]
        return _filled(item, inner)

    return replace(route, body=within(route.body, Place()))


def _filled(item: Choice | Parallel | Group, inner: list[Body]) -> Item:
    """The item with other bodies."""
    if isinstance(item, Group):
        return replace(item, body=inner[0])
    if isinstance(item, Parallel):
        return replace(item, branches=tuple(inner))
    branches = tuple(replace(branch, body=body) for branch, body in zip(item.branches, inner, strict=False))
    otherwise = inner[len(branches)] if item.otherwise is not None else None
    return replace(item, branches=branches, otherwise=otherwise)
