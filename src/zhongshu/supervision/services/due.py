"""From a deadline as written to a day: rules of extraction meet the work calendar."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from zhongshu.kernel.worktime import Calendar, Limit, Unit, compute
from zhongshu.kernel.worktime.periods import Period, period_end
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import rules
from zhongshu.supervision.models import Cycle

_PERIOD = re.compile(r"^P(\d+)(WD|D|W|M|Y)\b")
_MONTHLY = re.compile(r"^monthly (\d{1,2}|EOM)")
_UNITS = {"WD": Unit.WORKING_DAYS, "D": Unit.CALENDAR_DAYS, "M": Unit.MONTHS, "Y": Unit.YEARS}
_PERIODS = {
    Cycle.WEEKLY: Period.WEEK,
    Cycle.MONTHLY: Period.MONTH,
    Cycle.QUARTERLY: Period.QUARTER,
    Cycle.YEARLY: Period.YEAR,
}


@dataclass(frozen=True, slots=True)
class Due:
    """A day to hand out; ``provisional`` while a year on the way lacks its holiday notice."""

    day: date
    provisional: bool
    long_term: bool = False


def due_for(*, given: date | None, rule: str, cycle: str, origin: str, urgent: bool, today: date) -> Due:
    """The day by which a matter handed out ``today`` must come back.

    A given day stands. Else the written rule is counted from today; a repeating or long-term
    duty is due at its next reporting day; where nothing is said, rule D-19 applies.
    """
    calendar = workdays.calendar()
    if given is not None:
        return Due(given, calendar.is_provisional(given))
    return reckoned(calendar, rule=rule, cycle=cycle, origin=origin, urgent=urgent, today=today)


def reckoned(calendar: Calendar, *, rule: str, cycle: str, origin: str, urgent: bool, today: date) -> Due:
    """The day that follows from the written rule, or from rule D-19, by ``calendar``."""
    limit = limit_of(rule)
    if limit is None and (cycle != Cycle.ONCE or rule == "ongoing"):
        day = next_report(today, cycle, rule, calendar)
        return Due(day, calendar.is_provisional(day), long_term=True)
    deadline = compute(today, limit or rules.D_19_default_limit(origin, urgent=urgent), calendar)
    return Due(deadline.due, deadline.provisional)


def next_report(today: date, cycle: str, rule: str, calendar: Calendar) -> date:
    """The next day after ``today`` on which a repeating duty reports; quarterly where unsaid."""
    monthly = _MONTHLY.match(rule)
    if monthly and monthly[1] != "EOM":
        return _next_monthly(today, int(monthly[1]), calendar)
    period = _PERIODS.get(Cycle(cycle), Period.QUARTER)
    end = period_end(today, period)
    if end <= today:
        end = period_end(end + timedelta(days=1), period)
    return max(calendar.on_or_before(end), calendar.shift(today, 1))


def _next_monthly(today: date, day: int, calendar: Calendar) -> date:
    for months in range(3):
        first = date(today.year + (today.month - 1 + months) // 12, (today.month - 1 + months) % 12 + 1, 1)
        wanted = calendar.on_or_before(min(first + timedelta(days=day - 1), period_end(first, Period.MONTH)))
        if wanted > today:
            return wanted
    raise AssertionError("a month has a day within three months")


def limit_of(rule: str) -> Limit | None:
    """The limit that a rule such as "P5WD after receipt" names; None where it names none."""
    found = _PERIOD.match(rule)
    if found is None:
        return None
    amount = int(found[1])
    if found[2] == "W":
        return Limit(amount * 7, Unit.CALENDAR_DAYS)
    return Limit(amount, _UNITS[found[2]])
