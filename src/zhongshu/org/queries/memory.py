"""What every page asks of the organisation, asked once for each edition of it."""

import functools
from collections.abc import Callable, Hashable
from contextlib import AbstractContextManager
from contextvars import ContextVar
from typing import Any, ParamSpec, TypeVar, cast

from django.db.models import ForeignKey, Model

from zhongshu.kernel import statements
from zhongshu.kernel.connected import here
from zhongshu.org.models import Edition
from zhongshu.platform.usecases import aftermath

P = ParamSpec("P")
R = TypeVar("R")
MOST, MOST_STATEMENTS = 20_000, 2_000
OURS = f"{Edition._meta.app_label}_"  # begins the name of every table of the organisation

_Shelf = dict[Hashable, Any]
_shelf: tuple[str, _Shelf] = ("", {})


@functools.lru_cache(maxsize=MOST_STATEMENTS)
def _may_renew(sql: str) -> bool:
    """Whether another edition may be in force after this statement than before it."""
    if sql.startswith("SELECT"):
        return "FOR UPDATE" in sql or "pg_advisory" in sql
    return OURS in sql or sql.startswith("ROLLBACK")


class _Look:
    """The edition as last seen, until it may have become another one; a wrapper of the statements in between."""

    heeds = staticmethod(_may_renew)
    """The statements for which ``kernel.statements`` asks it."""

    def __init__(self) -> None:
        self.holds, self.edition, self.act = False, cast("str | None", None), cast("object | None", None)

    def __enter__(self) -> None:
        self.former, self.wrappers = _look.set(self), here().execute_wrappers
        self.wrappers.append(self)

    def __exit__(self, *_how: object) -> None:
        self.wrappers.pop()
        _look.reset(self.former)

    def __call__(
        self, execute: Callable[..., Any], sql: str, parameters: Any, many: bool, context: dict[str, Any]
    ) -> Any:
        if _may_renew(sql):
            self.holds = False
        return execute(sql, parameters, many, context)

    def again(self) -> str | None:
        """The edition in force; looked up only where what was seen no longer holds."""
        act = aftermath.under_way()
        if not self.holds or act is not self.act:
            self.edition, self.holds, self.act = _looked_up(), True, act
        return self.edition


_look: ContextVar[_Look | None] = ContextVar("look_at_the_edition", default=None)


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
    own = row.__dict__
    for column, model, put in _places(type(row), names):
        wanted = own[column]
        if wanted is None:
            continue
        key = (model, wanted)
        found = shelf.get(key)
        if found is None:
            found = shelf[key] = model._base_manager.get(pk=wanted)
        put(row, found)


@functools.cache
def _places(model: type[Model], names: tuple[str, ...]) -> list[tuple[str, type[Model], Callable[..., None]]]:
    """Where a row of ``model`` keeps the keys of ``names``, whose keys they are, and what puts a row beside its key."""
    fields = [cast("ForeignKey[Any, Any]", model._meta.get_field(name)) for name in names]
    return [(one.attname, one.related_model, one.set_cached_value) for one in fields]


def one_look() -> AbstractContextManager[None]:
    """While a request is answered: one look at the edition does for the whole of a page, and one for an act.

    An act looks anew when it has changed something of the organisation, taken something back, or waited for a
    row that somebody else held: what it goes on with is then as new as the row.
    """
    return _Look()


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
    look = _look.get()
    return look.again() if look else _looked_up()


def _looked_up() -> str | None:
    rows = statements.asked(f"SELECT token FROM {Edition._meta.db_table} WHERE id = 1")  # noqa: S608  our own name
    return rows[0][0] if rows else None
