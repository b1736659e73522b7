"""Where one open date goes when a new table of workdays comes in (TV-15)."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.worktime import Calendar
from zhongshu.matters.models import Urgency
from zhongshu.supervision import rules
from zhongshu.supervision.services.due import Due, Terms, reckoned
from zhongshu.supervision.services.stops import Stops


@dataclass(frozen=True, slots=True)
class Shift:
    """Where a date goes, and the first one with it; whether it may still move, and whether the clock stands."""

    day: date
    original: date
    provisional: bool
    stands: bool = False


class Dated(NamedTuple):
    """As much of an open matter as its date follows from; the names are those of the columns, see ``COLUMNS``."""

    pk: int
    number: str
    title: str
    lead_unit_id: int | None
    unit_id: int
    drafter_id: int | None
    urgency: int
    original_due: date
    current_due: date
    due_is_provisional: bool
    long_term: bool
    stopped_on: date | None
    opened_at: datetime
    rule: str
    cycle: str
    origin: str
    due_given: bool
    source_date: date | None

    @property
    def only_first(self) -> bool:
        """Whether the date is still the one first given, and the clock runs."""
        return self.original_due == self.current_due and self.stopped_on is None


COLUMNS = (
    "pk", "matter__number", "matter__title", "matter__lead_unit_id", "matter__unit_id", "matter__drafter_id", "matter__urgency",
    "matter__original_due", "matter__current_due", "matter__due_is_provisional", "matter__long_term",
    "matter__stopped_on", "matter__opened_at", "deadline_rule", "cycle", "origin", "due_given",
    "source_date",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reckoner:
    """Dates by the calendar before and after; what many matters have in common is worked out once."""

    before: Calendar
    after: Calendar
    known: dict[Terms, tuple[Due, Due]] = field(default_factory=dict)

    def both(self, terms: Terms) -> tuple[Due, Due]:
        """The date that follows from ``terms``, before and after; their ``since`` as D-19 counts from."""
        if terms not in self.known:
            self.known[terms] = (reckoned(terms, self.before), reckoned(terms, self.after))
        return self.known[terms]


def shifted(matter: Dated, reckoner: Reckoner, stops: Stops) -> Shift:
    """Where the dates of ``matter`` go by the new calendar.

    Only a date that the calendar itself had given moves. A day that a person gave, or an extension granted,
    stands, and so does that of a long-term matter, which follows its reporting round (see redate_rounds).
    What was left when a clock stopped is counted anew up to the day that it was stopped before.
    """
    after, stands = reckoner.after, matter.stopped_on is not None
    if matter.long_term:
        return Shift(
            matter.current_due, matter.original_due, after.is_provisional(matter.current_due), stands
        )
    first, counted = _first(matter, reckoner)
    if matter.only_first:
        return Shift(first, first, counted and after.is_provisional(first))
    was, day = stops.day_after(matter.pk, matter.original_due, first, after)
    if was != matter.current_due:  # another was granted since
        return Shift(matter.current_due, first, provisional=False, stands=stands)
    return Shift(day, first, after.is_provisional(day), stands)


def _first(matter: Dated, reckoner: Reckoner) -> tuple[date, bool]:
    """Where the first date goes, and whether it follows from a limit at all."""
    if matter.due_given:
        return matter.original_due, False
    urgent, opened = matter.urgency > Urgency.NORMAL, local_day(matter.opened_at)
    since = rules.D_19_counted_from(matter.origin, matter.source_date, urgent=urgent, today=opened)
    was, now = reckoner.both(Terms(opened, matter.origin, matter.rule, matter.cycle, urgent, since))
    return (now.day, True) if was.day == matter.original_due else (matter.original_due, False)
