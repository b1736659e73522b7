"""What is told of how matters stand."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple


class UnitCount(NamedTuple):
    """What a unit has in hand."""

    late: int
    soon: int
    rest: int


class Took(NamedTuple):
    """Working days that a stage took: over how many matters, and in all."""

    matters: int
    days: int


@dataclass(frozen=True, slots=True)
class Span:
    """The days a standing is told for.

    ``today``        what is due before it is late.
    ``edge``         the last date that is soon.
    ``first_week``   the Monday from which weeks are told.
    ``since``        the first of a month, from which endings are told.
    """

    today: date
    edge: date
    first_week: date
    since: date


@dataclass(slots=True)
class Standing:
    """Open matters by unit, late ones by what they wait for, open ones by state; weeks; endings; stages."""

    units: dict[int, UnitCount] = field(default_factory=dict)
    waits: Counter[str] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)
    opened: Counter[date] = field(default_factory=Counter)
    ended: Counter[date] = field(default_factory=Counter)
    ended_since: int = 0
    took: dict[str, Took] = field(default_factory=dict)

    @property
    def late(self) -> int:
        """All that are late."""
        return sum(one.late for one in self.units.values())

    @property
    def soon(self) -> int:
        """All that are near their date."""
        return sum(one.soon for one in self.units.values())

    @property
    def open(self) -> int:
        """All that are open."""
        return sum(sum(one) for one in self.units.values())
