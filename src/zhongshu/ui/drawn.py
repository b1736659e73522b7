"""What depends on nothing but a few values is drawn once for each of them, and remembered in the process.

The law: a function that is drawn once sees its arguments, and its arguments are the whole key, together with the
language and the addresses of the place where it is drawn. It is given no request and no actor, and while it works the
database answers nothing. So what it drew is right for every reader, and nothing is ever forgotten because something
has changed: what has changed is another key. The longest unused are forgotten, so that memory stays bounded::

    @drawn_once(most=600)
    def line(row: Told[Matter], today: date, calendar: Calendar) -> SafeString:
        return draw("supervision/_row.html", row=told(row.made(), today, calendar))

    drawn = line.of(page.rows)
    lines = [drawn(row, today, calendar) for row in page.rows]
"""

import functools
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any, Generic, NoReturn, ParamSpec, TypeVar

from django.db import connection
from django.template.loader import get_template
from django.utils.safestring import SafeString

from zhongshu.kernel.told import Told
from zhongshu.ui.encoded import Encoded
from zhongshu.ui.places import Place

P = ParamSpec("P")
Drawn = TypeVar("Drawn")
PLAIN = frozenset((str, int, bool, type(None), date, datetime))
"""Values that are equal only where they look the same; a safe text, a lazy one and a model are not."""
MOST_PLACES = 1000
_thread = threading.local()


class DrawnOnce(Generic[P, Drawn]):
    """A function that draws; called, it answers from memory where it has drawn the same before.

    ``draw``  the function itself, without memory.
    """

    def __init__(self, draw: Callable[P, Drawn], most: int) -> None:
        self.draw = draw
        self._known = functools.lru_cache(most, typed=True)(self._drawn)
        functools.update_wrapper(self, draw)

    def __call__(self, *values: P.args, **none: P.kwargs) -> Drawn:
        if none:
            raise TypeError("the values of what is drawn once are told by position")
        return self._known(_here(values[:1]), *values)

    def of(self, rows: Sequence[Any]) -> Callable[P, Drawn]:
        """The same function for each of ``rows`` (its first value), which are of one question: its place is looked up once."""
        return functools.partial(self._known, _here(rows[:1]))

    def forget(self) -> None:
        """Begin with an empty memory, as tests do."""
        self._known.cache_clear()

    def kept(self) -> int:
        """How much is remembered now."""
        return self._known.cache_info().currsize

    def anew(self, *values: Any) -> Drawn:
        """Drawn under the law, but not from memory."""
        return self._drawn(None, *values)

    def _drawn(self, _place: object, *values: Any) -> Drawn:
        for value in values:
            _check(value)
        with connection.execute_wrapper(_asked), _at_work():
            return self.draw(*values)  # type: ignore[call-arg]


def drawn_once(*, most: int) -> Callable[[Callable[P, Drawn]], DrawnOnce[P, Drawn]]:
    """Remember what a function draws, the last ``most`` of it; the law is that of this module."""
    return lambda draw: DrawnOnce(draw, most)


def at_work() -> bool:
    """Whether something is being drawn in this thread that will be remembered."""
    return getattr(_thread, "is_at_work", False)


@contextmanager
def _at_work() -> Iterator[None]:
    former, _thread.is_at_work = at_work(), True
    try:
        yield
    finally:
        _thread.is_at_work = former


def draw(template: str, **names: Any) -> SafeString:
    """``template`` with ``names`` and nothing else: no request, no context processors, no token of a form."""
    return SafeString(get_template(template).render(names))


def encoded(template: str, **names: Any) -> Encoded:
    """The same as it is sent: what stands in a page as it is, and nowhere else."""
    return Encoded(draw(template, **names).encode())


def _here(first: Sequence[Any]) -> object:
    """Where it is drawn; of rows also what their values are, lest two questions be taken for one."""
    return _mark(Place.here(), *(tuple(row.columns) for row in first if isinstance(row, Told)))


@functools.lru_cache(MOST_PLACES)
def _mark(*_told: object) -> object:
    """One mark for each place, so that what is known of each row is not compared by language, addresses and columns."""
    return object()


def _check(value: object) -> None:
    """A key tells apart what looks different: plain values, tuples and records of them, or things that equal only themselves."""
    if isinstance(value, tuple):
        for one in value if not PLAIN.issuperset(map(type, value)) else ():
            _check(one)
    elif names := _fields(type(value)):  # type: ignore[arg-type]  # a class is hashable
        _check(tuple(getattr(value, name) for name in names))
    elif type(value) not in PLAIN and type(value).__eq__ is not object.__eq__:
        raise TypeError(f"{type(value).__name__} may look different and be equal: draw it from plain values")


@functools.cache
def _fields(kind: type[Any]) -> tuple[str, ...]:
    """The names of all fields of records of that ``kind`` that equal those with the same values."""
    if not is_dataclass(kind) or kind.__hash__ is object.__hash__:
        return ()
    told = fields(kind)
    return tuple(one.name for one in told) if all(one.compare for one in told) else ()


def _asked(*_statement: object) -> NoReturn:
    raise RuntimeError("what is drawn once is drawn from its values: it asks the database nothing")
