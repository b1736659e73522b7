"""What every page asks of the organisation, asked once for each edition of it."""

import functools
from collections.abc import Callable, Hashable
from typing import Any, ParamSpec, TypeVar, cast

from django.db import connection
from django.db.models import ForeignKey, Model

from zhongshu.org.models import Edition

P = ParamSpec("P")
R = TypeVar("R")
MOST = 20_000

_Shelf = dict[Hashable, Any]
_shelf: tuple[str, _Shelf] = ("", {})


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


def _in_force() -> _Shelf | None:
    """What is remembered of the present edition; None where the database keeps none."""
    global _shelf
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT token FROM {Edition._meta.db_table} WHERE id = 1")  # noqa: S608  our own name
        row = cursor.fetchone()
    if row is None:
        return None
    token, shelf = _shelf
    if token != row[0] or len(shelf) > MOST:
        shelf = {}
        _shelf = (row[0], shelf)
    return shelf
