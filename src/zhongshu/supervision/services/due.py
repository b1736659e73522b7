"""From a deadline as written to a day: rules of extraction meet the work calendar."""

import re
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from zhongshu.kernel.worktime import Calendar, Limit, Unit, compute
from zhongshu.matters.models import Urgency
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import rules
from zhongshu.supervision.models import Cycle
from zhongshu.supervision.rules import cycles
from zhongshu.supervision.services.task import Task

_PERIOD = re.compile(r"^P(\d+)(WD|D|W|M|Y)\b")
_UNITS = {"WD": Unit.WORKING_DAYS, "D": Unit.CALENDAR_DAYS, "M": Unit.MONTHS, "Y": Unit.YEARS}


@dataclass(frozen=True, slots=True)
class Due:
    """A day to hand out; ``provisional`` while it follows from a limit and a year on the way lacks its notice.

    ``given``  a person gave it: a promise, which no table of holidays moves.
    """

    day: date
    provisional: bool
    long_term: bool = False
    given: bool = False


class Terms(NamedTuple):
    """What a day follows from: handed out ``today``, by the written ``rule`` and ``cycle``, else by rule D-19.

    ``since``  the day of the source, from which D-19 counts where the norm says so.
    """

    today: date
    origin: str
    rule: str = ""
    cycle: str = Cycle.ONCE
    urgent: bool = False
    since: date | None = None


def terms_of(task: Task, today: date) -> Terms:
    """The terms on which ``task`` is handed out today."""
    return Terms(
        today=today,
        origin=task.origin,
        rule=task.deadline_rule,
        cycle=task.cycle,
        urgent=task.urgency > Urgency.NORMAL,
        since=task.source_date,
    )


def due_for(terms: Terms, given: date | None = None) -> Due:
    """The day by which a matter handed out on these terms must come back.

    A given day stands. Else the written rule is counted from today; a repeating or long-term
    duty is due at its next reporting day; where nothing is said, rule D-19 applies.
    """
    calendar = workdays.calendar()
    followed = reckoned(terms, calendar)
    if given is None:
        return followed
    counted = limit_of(terms.rule) is not None and followed.day == given  # the written limit, worked out
    return Due(given, counted and calendar.is_provisional(given), given=not counted)


def reckoned(terms: Terms, calendar: Calendar) -> Due:
    """The day that follows from the written rule, or from rule D-19, by ``calendar``."""
    limit, start = limit_of(terms.rule), terms.today
    if limit is None and (terms.cycle != Cycle.ONCE or terms.rule == "ongoing"):
        day = next_report(start, terms.cycle, terms.rule, calendar)
        return Due(day, calendar.is_provisional(day), long_term=True)
    if limit is None:
        limit = rules.D_19_default_limit(terms.origin, urgent=terms.urgent)
        start = rules.D_19_counted_from(terms.origin, terms.since, urgent=terms.urgent, today=start)
    deadline = compute(start, limit, calendar)
    return Due(deadline.due, deadline.provisional)


def next_report(today: date, cycle: str, rule: str, calendar: Calendar) -> date:
    """The next day after ``today`` on which a repeating duty reports; quarterly where unsaid."""
    return cycles.plan_after(today, cycle, calendar, of_month=cycles.day_of_month(rule), first=True).due


def limit_of(rule: str) -> Limit | None:
    """The limit that a rule such as "P5WD after receipt" names; None where it names none."""
    found = _PERIOD.match(rule)
    if found is None:
        return None
    amount = int(found[1])
    if found[2] == "W":
        return Limit(amount * 7, Unit.CALENDAR_DAYS)
    return Limit(amount, _UNITS[found[2]])
