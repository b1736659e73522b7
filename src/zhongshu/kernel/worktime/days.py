"""The work calendar: every day is a workday or not, in constant or logarithmic time."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class DayKind(StrEnum):
    """What a day is. Saturday and Sunday rest for organs (T-01); a notice may say otherwise."""

    WORKDAY = "workday"
    REST = "rest"
    HOLIDAY = "holiday"
    MAKE_UP = "make_up"

    @property
    def works(self) -> bool:
        """Whether organs work on such a day."""
        return self in (DayKind.WORKDAY, DayKind.MAKE_UP)


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A day that a notice names: its kind and the festival it belongs to (``"春节"``)."""

    kind: DayKind
    name: str = ""


# Statutory days on fixed dates of the solar calendar (办法, art. 2, as revised 2024-11-10; rule T-02).
# May 2 became statutory in 2025. They hold in a year whose notice is still awaited.
_FIXED = (
    (1, 1, "元旦", 0),
    (5, 1, "劳动节", 0),
    (5, 2, "劳动节", 2025),
    (10, 1, "国庆节", 0),
    (10, 2, "国庆节", 0),
    (10, 3, "国庆节", 0),
)
_FIXED_YEARS = range(2000, 2101)
_YEAR_END = (12, 28)


@dataclass(frozen=True, eq=False)
class Calendar:
    """Weekdays corrected by the special days of the notices.

    ``special``    days that a notice (or the statute alone) names.
    ``announced``  years whose notice is loaded. Any other year is provisional:
                   weekends rest and statutory days on fixed dates are off, but
                   no shifted workday (调休) is ever guessed.

    Counting rests on a cumulative index: the weekdays up to a day have a closed
    form, and each special day that breaks the weekday pattern moves the count by
    one from that day on. So a count and its inverse each cost one binary search,
    however far apart the days are.
    """

    special: Mapping[date, SpecialDay]
    announced: frozenset[int]
    _breaks: tuple[int, ...] = field(init=False, repr=False)
    _shifts: tuple[int, ...] = field(init=False, repr=False)
    _counts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        known = dict(_fixed_days(self.announced))
        known.update(self.special)
        breaks, shifts, counts, shift = [], [0], [], 0
        for day in sorted(known):
            delta = int(known[day].kind.works) - int(day.weekday() < 5)
            if delta:
                shift += delta
                breaks.append(day.toordinal())
                shifts.append(shift)
                counts.append(_weekdays_up_to(day.toordinal()) + shift)
        for name, value in (
            ("special", known),
            ("announced", frozenset(self.announced)),
            ("_breaks", tuple(breaks)),
            ("_shifts", tuple(shifts)),
            ("_counts", tuple(counts)),
        ):
            object.__setattr__(self, name, value)

    def kind(self, day: date) -> DayKind:
        """What ``day`` is, as far as is known today."""
        found = self.special.get(day)
        if found is not None:
            return found.kind
        return DayKind.WORKDAY if day.weekday() < 5 else DayKind.REST

    def name(self, day: date) -> str:
        """The festival that ``day`` belongs to, "" for an ordinary day."""
        found = self.special.get(day)
        return found.name if found is not None else ""

    def works(self, day: date) -> bool:
        """Whether organs work on ``day``."""
        return self.kind(day).works

    def is_provisional(self, day: date) -> bool:
        """Whether a notice still to come may change ``day`` (T-04).

        The last days of December may be shifted by the notice of the year after.
        """
        if day.year not in self.announced:
            return True
        return (day.month, day.day) >= _YEAR_END and day.year + 1 not in self.announced

    def is_provisional_between(self, after: date, until: date) -> bool:
        """Whether any day later than ``after`` and not later than ``until`` is provisional."""
        if until <= after:
            return False
        first_year = after.year + 1 if (after.month, after.day) == (12, 31) else after.year
        if any(year not in self.announced for year in range(first_year, until.year + 1)):
            return True
        return self.is_provisional(until)

    def count(self, after: date, until: date) -> int:
        """Working days later than ``after`` and not later than ``until``; negative when reversed."""
        return self._up_to(until.toordinal()) - self._up_to(after.toordinal())

    def shift(self, day: date, working_days: int) -> date:
        """The n-th working day after ``day`` (before it for a negative n; ``day`` itself for 0)."""
        if working_days == 0:
            return day
        if working_days > 0:
            return self._nth(self._up_to(day.toordinal()) + working_days)
        return self._nth(self._up_to(day.toordinal() - 1) + working_days + 1)

    def on_or_after(self, day: date) -> date:
        """``day`` if it works, else the next working day."""
        return day if self.works(day) else self.shift(day, 1)

    def on_or_before(self, day: date) -> date:
        """``day`` if it works, else the last working day before it."""
        return day if self.works(day) else self.shift(day, -1)

    def _up_to(self, ordinal: int) -> int:
        return _weekdays_up_to(ordinal) + self._shifts[bisect_right(self._breaks, ordinal)]

    def _nth(self, count: int) -> date:
        at = bisect_left(self._counts, count)
        ordinal = _nth_weekday(count - self._shifts[at])
        if at < len(self._breaks):
            ordinal = min(ordinal, self._breaks[at])
        return date.fromordinal(ordinal)


def _weekdays_up_to(ordinal: int) -> int:
    """Mondays to Fridays from 0001-01-01, a Monday, to the day ``ordinal``."""
    weeks, rest = divmod(ordinal, 7)
    return weeks * 5 + min(rest, 5)


def _nth_weekday(count: int) -> int:
    """The ordinal of the n-th Monday to Friday since 0001-01-01."""
    weeks, rest = divmod(count - 1, 5)
    return weeks * 7 + rest + 1


def _fixed_days(announced: Iterable[int]) -> Iterable[tuple[date, SpecialDay]]:
    known = frozenset(announced)
    for year in _FIXED_YEARS:
        for month, day, name, since in _FIXED:
            if year not in known and year >= since:
                yield date(year, month, day), SpecialDay(DayKind.HOLIDAY, name)
