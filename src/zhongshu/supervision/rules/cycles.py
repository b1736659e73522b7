"""The days on which a repeating duty reports: pure dates, no database (rule D-24)."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from zhongshu.kernel.worktime import Calendar
from zhongshu.kernel.worktime.periods import Period, period_end
from zhongshu.supervision.models.directive import Cycle

PERIODS = {
    Cycle.WEEKLY: Period.WEEK,
    Cycle.MONTHLY: Period.MONTH,
    Cycle.QUARTERLY: Period.QUARTER,
    Cycle.YEARLY: Period.YEAR,
}
_CODE = re.compile(r"^20\d{2}(-(0[1-9]|1[0-2])|-W(0[1-9]|[1-4]\d|5[0-3])|Q[1-4])?$")
_MONTHLY = re.compile(r"^monthly (\d{1,2}|EOM)")


@dataclass(frozen=True, slots=True)
class Planned:
    """One round to come: the day the cycle names, the first day of reporting, the last.

    ``due`` is a working day within the period that ends on ``nominal``.
    """

    nominal: date
    opens_on: date
    due: date


def day_of_month(rule: str) -> int | None:
    """The day that a rule such as "monthly 25" names; None for the end of the month, or where it names none."""
    monthly = _MONTHLY.match(rule)
    return int(monthly[1]) if monthly and monthly[1] != "EOM" else None


def nominal_after(day: date, cycle: str, *, of_month: int | None = None) -> date:
    """The first day after ``day`` that the cycle names: the end of the period, or a day of the month.

    A duty that repeats without saying how often reports by the quarter.
    """
    if of_month and cycle in (Cycle.MONTHLY, Cycle.ONCE):
        return _day_of_month_after(day, of_month)
    period = PERIODS.get(Cycle(cycle), Period.QUARTER)
    end = period_end(day, period)
    return end if end > day else period_end(end + timedelta(days=1), period)


def plan_after(
    day: date,
    cycle: str,
    calendar: Calendar,
    *,
    of_month: int | None = None,
    window: int = 0,
    first: bool = False,
) -> Planned:
    """The next round after ``day``: the last nominal day or, for the ``first``, the day it begins.

    ``window`` is in working days before the due day. A period in which organs rest throughout has no round.
    """
    nominal = nominal_after(day, cycle, of_month=of_month)
    while (due := calendar.on_or_before(nominal)) <= day:
        day, first = nominal, False
        nominal = nominal_after(nominal, cycle, of_month=of_month)
    earliest = day if first else day + timedelta(days=1)
    return Planned(nominal, min(due, max(earliest, calendar.shift(due, -window))), due)


def period_code(day: date, cycle: str) -> str:
    """The period that ``day`` lies in, as figures are asked for it: 2026-W47, 2026-11, 2026Q4, 2026."""
    if cycle == Cycle.WEEKLY:
        year, week, _weekday = day.isocalendar()
        return f"{year}-W{week:02}"
    if cycle == Cycle.QUARTERLY:
        return f"{day.year}Q{(day.month + 2) // 3}"
    return str(day.year) if cycle == Cycle.YEARLY else f"{day.year}-{day.month:02}"


def is_period(code: str) -> bool:
    """Whether ``code`` names a week, a month, a quarter or a year."""
    return _CODE.match(code) is not None


def _day_of_month_after(day: date, wanted: int) -> date:
    end = period_end(day, Period.MONTH)
    this = end.replace(day=min(wanted, end.day))
    if this > day:
        return this
    end = period_end(end + timedelta(days=1), Period.MONTH)
    return end.replace(day=min(wanted, end.day))
