"""Where one open date goes when a new table of workdays comes in (TV-15)."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.worktime import Calendar
from zhongshu.matters.models import Urgency
from zhongshu.supervision import rules
from zhongshu.supervision.models import Suspension
from zhongshu.supervision.services.due import Due, Terms, reckoned


@dataclass(frozen=True, slots=True)
class Shift:
    """Where a date goes, and whether it may still move."""

    day: date
    provisional: bool


class Dated(NamedTuple):
    """As much of an open matter as its date follows from; the names are those of the columns, see ``COLUMNS``."""

    pk: int
    number: str
    title: str
    lead_unit_id: int | None
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
    def is_first_date(self) -> bool:
        """Whether the date is still the one first given, which then goes with it."""
        return not self.long_term and self.original_due == self.current_due


COLUMNS = (
    "pk", "matter__number", "matter__title", "matter__lead_unit_id", "matter__urgency",
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


def shifted(matter: Dated, reckoner: Reckoner) -> Shift:
    """Where the date of ``matter`` goes by the new calendar.

    Only a date that the calendar itself had given moves, and its original goes with it: it was
    provisional. A day that a person gave, or an extension granted, stands, and so does that of a
    long-term matter, which follows its reporting round.
    """
    after = reckoner.after
    standing = Shift(matter.current_due, after.is_provisional(matter.current_due))
    if matter.long_term or matter.stopped_on is not None:  # the one follows its round, see redate_rounds
        return standing
    if matter.current_due != matter.original_due:
        return _run_on(matter, after) or standing
    if matter.due_given:
        return standing
    urgent, opened = matter.urgency > Urgency.NORMAL, local_day(matter.opened_at)
    since = rules.D_19_counted_from(matter.origin, matter.source_date, urgent=urgent, today=opened)
    was, now = reckoner.both(Terms(opened, matter.origin, matter.rule, matter.cycle, urgent, since))
    return Shift(now.day, now.provisional) if was.day == matter.current_due else standing


def _run_on(matter: Dated, after: Calendar) -> Shift | None:
    """Where a date goes that followed from what was left when the clock ran on; None for any other."""
    stops = Suspension.objects.filter(directive_id=matter.pk, new_due=matter.current_due)
    stopped = stops.order_by("pk").last()
    if stopped is None or stopped.resumed_on is None or stopped.days_left is None:
        return None
    day = rules.T_09_resumed_due(stopped.resumed_on, stopped.days_left, after)
    stopped.new_due = day
    stopped.save(update_fields=["new_due"])
    return Shift(day, after.is_provisional(day))
