"""Questions asked at every turn: put into SQL once for each connection, afterwards only the values change.

The framework builds and spells a query anew each time it is asked, which takes ten times as long as the
database needs to answer it. What a page or an act always asks is written as a function that gives the
queryset, and marked ``@prepared``; calling it gives the rows. Lists that are narrowed and turned are
:class:`Listed`.
"""

import functools
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, ParamSpec, TypeVar

from django.db.models import Model, QuerySet

from zhongshu.kernel.spelled import Asked, Place, answers, answers_each, answers_told, how_many_each
from zhongshu.kernel.told import Told

P = ParamSpec("P")
T = TypeVar("T")
Row = TypeVar("Row", bound=Model)
Shape = tuple[int | None, ...]
Build = Callable[[list[Place]], Any]


class Prepared(Generic[P, T]):
    """A question; called with its values, by position, it gives the rows as a list of their own.

    A value is a whole number, a word, a day, a moment, or for ``__in`` a tuple of these (a foreign key among
    several is asked for as ``person__pk__in``: the framework takes no expressions for ``person_id__in``). Rows are those of the
    queryset: models (with ``select_related`` and annotations), ``values_list`` or flat ``values_list``.
    """

    def __init__(self, build: Callable[P, QuerySet[Any, T]]) -> None:
        self.build = build
        self.known: dict[Shape, tuple[Hashable, Build]] = {}
        functools.update_wrapper(self, build)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> list[T]:
        if kwargs:
            raise TypeError("the values of a prepared query are told by position")
        if tuple not in map(type, args):
            question, build = self._asking((None,) * len(args))
            return answers(question, args, build)
        shape = _shape(args)
        if 0 in shape:
            return []
        question, build = self._asking(shape)
        return answers(question, _flat(args), build)

    def _asking(self, shape: Shape) -> tuple[Hashable, Build]:
        """The question for values of that shape, and what builds it."""
        found = self.known.get(shape)
        if found is None:
            found = self.known[shape] = (self, shape), functools.partial(self._query, shape)
        return found

    def told(self, *args: Any) -> list[Told[T]]:
        """The same rows as the database told them, where the queryset is one of models."""
        shape = _shape(args)
        if 0 in shape:
            return []
        return answers_told((self, shape), _flat(args), functools.partial(self._query, shape))

    def each(self, many: Sequence[tuple[Any, ...]]) -> list[list[T]]:
        """The rows for each set of values, all of one shape, asked together in one statement."""
        shapes = {_shape(values) for values in many}
        if len(shapes) > 1 or any(0 in shape for shape in shapes):
            raise ValueError("what is asked together is of one shape, and asks for something")
        sets = [_flat(values) for values in many]
        return answers_each((self, *shapes), sets, lambda places: self._query(next(iter(shapes)), places))

    def first(self, *args: P.args, **kwargs: P.kwargs) -> T | None:
        """The first row, or None."""
        found = self(*args, **kwargs)
        return found[0] if found else None

    def _query(self, shape: Shape, places: Iterable[Place]) -> QuerySet[Any, T]:
        left = iter(places)
        told: Any = [next(left) if size is None else tuple(next(left) for _ in range(size)) for size in shape]
        return self.build(*told)  # type: ignore[call-arg]


prepared = Prepared


@dataclass(frozen=True, slots=True)
class Listed(Generic[Row]):
    """Rows of a list, narrowed in one of many ways, put into SQL once for each of these.

    ``question``  all by which this list differs from others, but for the values; ``build`` follows from it.
    ``values``    what differs from person to person and from address to address.
    ``build``     gives the queryset, unordered, for the values' places.
    """

    question: Hashable
    values: tuple[Any, ...]
    build: Callable[[Sequence[Any]], QuerySet[Row]]

    def rows(
        self,
        part: Hashable,
        more: Sequence[Any],
        narrowed: Callable[[QuerySet[Row], Sequence[Any]], QuerySet[Row]],
    ) -> list[Told[Row]]:
        """The rows of this list ``narrowed`` further for the places of ``more`` values, ordered, cut; ``part`` says how.

        They come as the database told them: a list that is remembered needs no models.
        """
        own = len(self.values)
        return answers_told(
            (self.question, part, len(more)),
            (*self.values, *more),
            lambda places: narrowed(self.build(places[:own]), places[own:]),
        )

    def count(self, most: int | None) -> int:
        """How many there are, counted no further than ``most``; all of them for None."""
        return counts([self], most)[0]

    def counted(self, most: int | None) -> Asked:
        """What is asked to count it so far."""
        return (
            (self.question, most),
            self.values,
            lambda places: self.build(places).order_by().values_list("pk")[:most],
        )


def counts(lists: Sequence[Listed[Any]], most: int | None) -> list[int]:
    """How many rows each of ``lists`` has, counted together, each no further than ``most``; all of them for None."""
    return how_many_each([one.counted(most) for one in lists])


def filled(ids: list[int], most: int) -> tuple[int, ...]:
    """``ids``, the last of them repeated until they are ``most``: however many are asked for, the question is the same."""
    return (*ids, *ids[-1:] * (most - len(ids)))


def _shape(values: Iterable[Any]) -> Shape:
    return tuple([len(one) if isinstance(one, tuple) else None for one in values])


def _flat(values: Iterable[Any]) -> list[Any]:
    out: list[Any] = []
    for value in values:
        out += value if isinstance(value, tuple) else (value,)
    return out
