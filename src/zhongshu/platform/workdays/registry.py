"""Who keeps dates that a new table may move. Upper floors register here when they start."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.worktime import Calendar


@dataclass(frozen=True, slots=True)
class CalendarChange:
    """A table for ``year`` came in by ``notice``: the calendar ``before`` and ``after`` it."""

    year: int
    notice: str
    before: Calendar
    after: Calendar
    actor: Actor
    at: datetime


Recomputer = Callable[[CalendarChange], int]
_recomputers: dict[str, Recomputer] = {}


def register(name: str, recomputer: Recomputer) -> None:
    """Have ``recomputer`` called, within the transaction of every import, under ``name``.

    It recomputes each open date it keeps, journals each shift with the old and the new
    date (TV-15), and says how many it moved. One that raises undoes the whole import.
    """
    if name in _recomputers:
        raise ValueError(f"{name} recomputes its dates already")
    _recomputers[name] = recomputer


def unregister(name: str) -> None:
    """Forget the recomputer ``name``."""
    del _recomputers[name]


def recompute(change: CalendarChange) -> dict[str, int]:
    """Let everyone recompute; how many dates each has moved."""
    return {name: recomputer(change) for name, recomputer in sorted(_recomputers.items())}
