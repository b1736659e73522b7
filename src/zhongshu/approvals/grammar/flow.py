"""Where a paper goes: what opens first, what follows a stage, what came before it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from zhongshu.approvals.grammar.conditions import Values, holds
from zhongshu.approvals.grammar.route import (
    Branch,
    Choice,
    Group,
    Item,
    Parallel,
    Prescription,
    Route,
    Stage,
    WhoKind,
)

Body = tuple[Item, ...]


class Unforeseen(Exception):
    """No branch of a choice applies; the static check finds such routes before they are published."""

    def __init__(self, choice: Choice) -> None:
        super().__init__(choice.code)
        self.choice = choice


@dataclass(frozen=True, slots=True)
class Frame:
    """A place in a body: the ``index``-th item, and what the body belongs to (None: the route itself)."""

    owner: Choice | Parallel | Group | None
    branch: int
    body: Body
    index: int


@dataclass(frozen=True, slots=True)
class Onward:
    """What opens next. ``ended``: the whole route is walked; neither: a parallel branch still has to come in."""

    stages: tuple[Stage, ...] = ()
    ended: bool = False


class Flow:
    """A route made ready for walking."""

    def __init__(self, route: Route) -> None:
        self.route = route
        self._paths: dict[str, tuple[Frame, ...]] = {}
        self.stages: dict[str, Stage] = {}
        self._walk(route.body, None, 0, ())
        self._order = {code: place for place, code in enumerate(self.stages)}

    def _walk(
        self, body: Body, owner: Choice | Parallel | Group | None, branch: int, above: tuple[Frame, ...]
    ) -> None:
        for index, item in enumerate(body):
            path = (*above, Frame(owner, branch, body, index))
            if isinstance(item, Stage):
                self.stages[item.code] = item
                self._paths[item.code] = path
                continue
            for number, inner in enumerate(bodies(item)):
                self._walk(inner, item, number, path)

    def first(self, values: Values) -> Onward:
        """What opens when the paper is handed in."""
        return self._onward(self.route.body, 0, (), values, frozenset())

    def after(self, code: str, values: Values, active: Collection[str]) -> Onward:
        """What opens when the stage ``code`` is passed, while the stages ``active`` are still being decided."""
        path = self._paths[code]
        place = path[-1]
        return self._onward(place.body, place.index + 1, path, values, active)

    def _onward(
        self, body: Body, index: int, path: tuple[Frame, ...], values: Values, active: Collection[str]
    ) -> Onward:
        opened = _enter(body[index:], values)
        if opened:
            return Onward(opened)
        if len(path) <= 1:
            return Onward(ended=True)
        owner, above = path[-1].owner, path[:-1]
        if isinstance(owner, Parallel) and not self._inside(owner).isdisjoint(active):
            return Onward()
        place = above[-1]
        return self._onward(place.body, place.index + 1, above, values, active)

    def _inside(self, owner: Choice | Parallel | Group) -> set[str]:
        return {stage.code for body in bodies(owner) for stage in stages_of(body)}

    def precedes(self, earlier: str, later: str) -> bool:
        """Whether ``earlier`` is decided before ``later`` opens; False between parallel or alternative branches."""
        if self._order[earlier] >= self._order[later]:
            return False
        for one, other in zip(self._paths[earlier], self._paths[later], strict=False):
            if one.branch != other.branch:
                return False
            if one.index != other.index:
                break
        return True

    def always(self, code: str) -> bool:
        """Whether every paper passes the stage ``code``, whatever it says."""
        chosen_ways = (isinstance(one.owner, Choice) for one in self._paths[code])
        return not self.stages[code].when and not any(chosen_ways)

    def branches(self, code: str) -> list[Branch | None]:
        """The branches in which the stage ``code`` stands, the outermost first; None for what is done otherwise."""
        ways = [
            (one.owner.branches, one.branch) for one in self._paths[code] if isinstance(one.owner, Choice)
        ]
        return [branches[number] if number < len(branches) else None for branches, number in ways]

    def prescribed(self, code: str, values: Values) -> Prescription | None:
        """The rule by which a paper with ``values`` always passes the stage ``code``; None when none asks it."""
        rules = self.route.prescriptions
        return next((one for one in rules if one.stage == code and holds(one.when, values)), None)

    def beside(self, code: str) -> set[str]:
        """The stages in branches that are walked at the same time as the one that holds ``code``."""
        found: set[str] = set()
        for frame in self._paths.get(code, ()):
            if isinstance(frame.owner, Parallel):
                others = [body for number, body in enumerate(frame.owner.branches) if number != frame.branch]
                found |= {stage.code for body in others for stage in stages_of(body)}
        return found

    def expected(self, values: Values) -> list[Stage]:
        """All stages a paper with ``values`` passes, in order."""
        return list(_expected(self.route.body, values))

    def left_to_drafter(self, values: Values) -> list[Stage]:
        """The stages a paper with ``values`` comes to whose people its drafter names."""
        try:
            way = self.expected(values)
        except Unforeseen:
            way = list(self.stages.values())
        return [stage for stage in way if stage.who.kind == WhoKind.CHOSEN]


def bodies(item: Item) -> tuple[Body, ...]:
    """The bodies inside an item."""
    if isinstance(item, Choice):
        return (*(branch.body for branch in item.branches), *([item.otherwise] if item.otherwise else []))
    if isinstance(item, Parallel):
        return item.branches
    return (item.body,) if isinstance(item, Group) else ()


def stages_of(body: Body) -> Iterator[Stage]:
    """All stages in a body, at any depth."""
    for item in body:
        if isinstance(item, Stage):
            yield item
        else:
            for inner in bodies(item):
                yield from stages_of(inner)


def items_of(body: Body) -> Iterator[Item]:
    """All items in a body, at any depth, each before what it holds."""
    for item in body:
        yield item
        for inner in bodies(item):
            yield from items_of(inner)


def taken(choice: Choice, values: Values) -> Body:
    """The body of the branch that ``values`` take. Unforeseen when none applies and nothing is said otherwise."""
    for branch in choice.branches:
        if holds(branch.when, values):
            return branch.body
    if choice.otherwise is None:
        raise Unforeseen(choice)
    return choice.otherwise


def _enter(body: Body, values: Values) -> tuple[Stage, ...]:
    """The stages that open when ``body`` is entered; none when there is nothing in it to decide."""
    for item in body:
        opened = _into(item, values)
        if opened:
            return opened
    return ()


def _into(item: Item, values: Values) -> tuple[Stage, ...]:
    if isinstance(item, Stage):
        return (item,) if holds(item.when, values) else ()
    if isinstance(item, Choice):
        return _enter(taken(item, values), values)
    if isinstance(item, Parallel):
        return tuple(stage for branch in item.branches for stage in _enter(branch, values))
    return _enter(item.body, values)


def _expected(body: Body, values: Values) -> Iterator[Stage]:
    for item in body:
        if isinstance(item, Stage):
            if holds(item.when, values):
                yield item
        elif isinstance(item, Choice):
            yield from _expected(taken(item, values), values)
        else:
            for inner in bodies(item):
                yield from _expected(inner, values)


def items(route: Route) -> Iterator[Item]:
    """All items of a route, at any depth."""
    return items_of(route.body)
