"""What every page asks of the organisation, asked once for each edition of it."""

import functools
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, ParamSpec, TypeVar, cast

from django.db import connection
from django.db.models import ForeignKey, Model

from zhongshu.org.models import Edition
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases import aftermath

P = ParamSpec("P")
R = TypeVar("R")
MOST = 20_000

_Shelf = dict[Hashable, Any]
_shelf: tuple[str, _Shelf] = ("", {})
_seen: ContextVar[list[tuple[int, str | None]] | None] = ContextVar("edition_seen", default=None)


def remembered(function: Callable[P, R]) -> Callable[P, R]:
    """Let ``function`` of the organisation alone answer from memory while the organisation stays as it is.

    Its arguments must be hashable, the day among them where the answer depends on it. The answer is shared
    between requests: it is read, never changed. Each call looks at the edition in force, so a change counts
    from the moment it is made, in this process and in every other.
    """

    @functools.wraps(function)
    def ask(*args: P.args, **kwargs: P.kwargs) -> R:
        shelf = _in_force()
        if shelf is None:
            return function(*args, **kwargs)
        key = (function, args, tuple(sorted(kwargs.items())))
        if key not in shelf:
            shelf[key] = function(*args, **kwargs)
        return cast(R, shelf[key])

    return ask


def attach(row: Model, *names: str) -> None:
    """Put the units and persons that ``row`` names (by field) in their places from memory, to be read only.

    One look for all of them, where a join for each would be drawn up anew on every page.
    """
    shelf = _in_force()
    shelf = {} if shelf is None else shelf
    for name in names:
        field = cast("ForeignKey[Any, Any]", row._meta.get_field(name))
        wanted = getattr(row, field.attname)
        if wanted is None:
            continue
        key = (field.related_model, wanted)
        if key not in shelf:
            shelf[key] = field.related_model._base_manager.get(pk=wanted)
        setattr(row, name, shelf[key])


@contextmanager
def one_look() -> Iterator[None]:
    """While a request is answered: one look at the edition does for all, as long as nothing is written.

    Within a use case each call still looks, and after one the next call looks anew.
    """
    token = _seen.set([])
    try:
        yield
    finally:
        _seen.reset(token)


def _in_force() -> _Shelf | None:
    """What is remembered of the present edition; None where the database keeps none."""
    global _shelf
    edition = _edition()
    if edition is None:
        return None
    token, shelf = _shelf
    if token != edition or len(shelf) > MOST:
        shelf = {}
        _shelf = (edition, shelf)
    return shelf


def _edition() -> str | None:
    """The token of the edition in force, as seen earlier in this request where that still holds."""
    seen, now = _seen.get(), journal.written()
    if seen is None or aftermath.under_way():
        return _looked_up()
    if not seen or seen[-1][0] != now:
        seen.append((now, _looked_up()))
    return seen[-1][1]


def _looked_up() -> str | None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT token FROM {Edition._meta.db_table} WHERE id = 1")  # noqa: S608  our own name
        row = cursor.fetchone()
    return row[0] if row else None
