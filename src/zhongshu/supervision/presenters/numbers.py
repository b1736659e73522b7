"""Numbers of the board: each leads to the matters it counts."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from zhongshu.ui.addresses import fixed
from zhongshu.ui.parts import Number
from zhongshu.ui.querystrings import asked


@dataclass(frozen=True, slots=True)
class Total:
    """A number at the top of the board."""

    title: str
    number: Number
    css: str = ""
    shape: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many of the late ones wait for this."""

    title: str
    number: Number


@dataclass(frozen=True, slots=True)
class Load:
    """What a unit has in hand."""

    unit: str
    late: Number
    soon: Number
    rest: Number
    whole: Number


@dataclass(frozen=True, slots=True)
class Source:
    """One kind of origin: what of it is in hand, and what ended in the span."""

    load: Load
    ended: Number


@dataclass(frozen=True, slots=True)
class Returned:
    """A unit's matters that verification sent back at least once."""

    unit: str
    in_hand: Number
    ended: Number


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage: working days on average (None while unknown), over how many; its limit if it has one, and how many are in it."""

    name: str
    average: float | None
    timed: Number
    limit: int | None
    now: Number


@dataclass(frozen=True, slots=True)
class Week:
    """A week from Monday."""

    monday: date
    opened: Number
    ended: Number
    in_hand: Number


class Numbers:
    """Makes the numbers of one page, whose ledger has one address."""

    def __init__(self) -> None:
        self.ledger = fixed("supervision:ledger")

    def __call__(self, n: int, **query: object) -> Number:
        """``n`` with the ledger under this filter."""
        return Number(n, self.ledger + _asked(tuple(query.items())))


@lru_cache(maxsize=4096)
def _asked(query: tuple[tuple[str, object], ...]) -> str:
    return asked((name, str(value)) for name, value in query) if query else ""
