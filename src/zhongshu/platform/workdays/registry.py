"""Who keeps dates that a new table may move. Upper floors register here when they start."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.steps import Step, unheard
from zhongshu.kernel.worktime import Calendar


@dataclass(frozen=True, slots=True)
class CalendarChange:
    """A table for ``year`` came in by ``notice``: the calendar ``before`` and ``after`` it.

    ``step`` hears of every open date that was worked out.
    """

    year: int
    notice: str
    before: Calendar
    after: Calendar
    actor: Actor
    at: datetime
    step: Step = unheard


Naming = Callable[[Collection[str]], dict[str, tuple[str, str]]]
Recomputer = Callable[[CalendarChange], int]
Count = Callable[[int], int]
_recomputers: dict[str, Recomputer] = {}
_counts: dict[str, Count] = {}
_namings: list[Naming] = []


def register(name: str, recomputer: Recomputer, *, reached: Count | None = None) -> None:
    """Have ``recomputer`` called, within the transaction of every import, under ``name``.

    It recomputes each open date it keeps, journals each shift with the old and the new
    date (TV-15), and says how many it moved. One that raises undoes the whole import. ``reached(year)`` says
    how many open dates a table of ``year`` makes it work out.
    """
    if name in _recomputers:
        raise ValueError(f"{name} recomputes its dates already")
    _recomputers[name] = recomputer
    if reached is not None:
        _counts[name] = reached


def register_names(naming: Naming) -> None:
    """Have ``naming`` asked for number and unit of what keeps a date, by the stream of its journal."""
    _namings.append(naming)


def named(streams: Collection[str]) -> dict[str, tuple[str, str]]:
    """Number and unit by stream, of those that somebody can name."""
    return {stream: name for naming in _namings for stream, name in naming(streams).items()}


def reached(year: int) -> int:
    """How many open dates a table of ``year`` makes everyone work out."""
    return sum(count(year) for count in _counts.values())


def recompute(change: CalendarChange) -> dict[str, int]:
    """Let everyone recompute; how many dates each has moved."""
    return {name: recomputer(change) for name, recomputer in sorted(_recomputers.items())}
