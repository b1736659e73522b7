"""The day by which papers go to an agency, from the windows it has published (rule F-15 {D}). No database."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from zhongshu.kernel.worktime import Calendar
from zhongshu.welfare.models import Rest
from zhongshu.welfare.rules.windows import Span, Window

AHEAD = timedelta(days=800)
"""How far ahead windows are looked for: two years and a holiday."""
AROUND = timedelta(days=31)
"""No closing day is moved further than this by a holiday."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What an agency has said, in force for windows that close from ``since`` to ``until``."""

    windows: tuple[Window, ...]
    rest: Rest
    lead: int
    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Slot:
    """A window as it falls: ``told`` as the agency published it, ``opens`` and ``closes`` on days that work.

    ``due``  the day by which papers go out: ``lead`` working days before it closes, never after that, and never
    before it opens.
    """

    told: Span
    opens: date
    closes: date
    due: date
    lead: int
    provisional: bool

    @property
    def period(self) -> str:
        """The month that it is of."""
        return f"{self.told.closes:%Y-%m}"


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The slot for what came in on ``asked_on``, and those that were too near by then."""

    asked_on: date
    slot: Slot
    passed: tuple[Slot, ...] = ()


def slots(terms: Sequence[Terms], calendar: Calendar, first: date, last: date) -> list[Slot]:
    """All windows that close between ``first`` and ``last``, in the order of their closing."""
    found = (
        _slot(span, one, calendar)
        for one in terms
        for window in one.windows
        for span in window.spans(max(first - AROUND, one.since), min(last + AROUND, one.until))
    )
    return sorted(
        {slot for slot in found if first <= slot.closes <= last}, key=lambda slot: (slot.closes, slot.told)
    )


def reckon(terms: Sequence[Terms], calendar: Calendar, asked_on: date) -> Reckoned | None:
    """The first window for which papers that came in on ``asked_on`` are in time; None where there is none ahead."""
    passed: list[Slot] = []
    for slot in slots(terms, calendar, asked_on, asked_on + AHEAD):
        if slot.due >= asked_on:
            return Reckoned(asked_on, slot, tuple(passed))
        passed.append(slot)
    return None


def open_on(terms: Sequence[Terms], calendar: Calendar, day: date) -> Slot | None:
    """The window that is open on ``day``, the one that closes first; None where the agency takes nothing in."""
    return next((slot for slot in slots(terms, calendar, day, day + AHEAD) if slot.opens <= day), None)


def of_period(terms: Sequence[Terms], calendar: Calendar, period: str) -> Slot | None:
    """The window of a month (2026-11), as far as there is one."""
    first = date.fromisoformat(f"{period}-01")
    found: Iterator[Slot] = (
        slot for slot in slots(terms, calendar, first - AROUND, first + 2 * AROUND) if slot.period == period
    )
    return next(found, None)


def _slot(span: Span, terms: Terms, calendar: Calendar) -> Slot:
    closes = _moved(span.closes, terms.rest, calendar)
    opens = min(calendar.on_or_after(span.opens), closes)
    due = max(calendar.shift(closes, -terms.lead), opens)
    first, last = min(due, span.closes) - timedelta(days=1), max(closes, span.closes)
    return Slot(span, opens, closes, due, terms.lead, calendar.is_provisional_between(first, last))


def _moved(day: date, rest: Rest, calendar: Calendar) -> date:
    """The closing day as it falls where organs rest on it."""
    if rest is Rest.STAYS:
        return day
    return calendar.on_or_before(day) if rest is Rest.BEFORE else calendar.on_or_after(day)
