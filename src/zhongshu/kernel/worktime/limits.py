"""Limits with their unit, and the day on which they end (rules T-05 and T-06).

Counting follows the Civil Code, art. 201 to 203: the day of the start is not
counted; by months or years a limit ends on the same date, or at the month's end
where there is none; a last day on which organs rest moves to the next working day.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.worktime.days import Calendar, DayKind


class Unit(StrEnum):
    """What a limit is counted in. "工作日" and plain "日" are different things (T-06)."""

    WORKING_DAYS = "working_days"
    CALENDAR_DAYS = "calendar_days"
    MONTHS = "months"
    YEARS = "years"


_LARGEST = {Unit.WORKING_DAYS: 25000, Unit.CALENDAR_DAYS: 36500, Unit.MONTHS: 1200, Unit.YEARS: 100}


@dataclass(frozen=True, slots=True)
class Limit:
    """``amount`` of ``unit``; half a year is six months.

    ``rolls``: whether a last day on which organs rest moves to the next working
    day. It does, save for terms that run out by themselves, such as a probation.
    Raises Refusal for an amount below 0 or beyond a hundred years.
    """

    amount: int
    unit: Unit
    rolls: bool = True

    def __post_init__(self) -> None:
        if not 0 <= self.amount <= _LARGEST[self.unit]:
            raise Refusal("bad_limit", _("时限不合适：应当是不小于0的整数，最长不超过一百年。"), rule="T-06")


class Why(StrEnum):
    """Why a day was counted or not."""

    START = "start_not_counted"
    WORKDAY = "workday"
    MAKE_UP = "make_up_workday"
    CALENDAR_DAY = "calendar_day"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    SAME_DATE = "same_date"
    MONTH_END = "month_end"
    LAST_DAY_RESTS = "last_day_rests"
    ROLLED_TO = "rolled_to_working_day"


@dataclass(frozen=True, slots=True)
class DayStep:
    """One day on the way to a deadline.

    ``number``  how many units have run by the end of this day.
    ``name``    the festival the day belongs to, "" for none.
    """

    day: date
    counted: bool
    number: int
    why: Why
    kind: DayKind
    name: str = ""
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day of a limit; ``steps`` tells how it was found.

    ``provisional``: the day rests on a year whose notice has not come, and may move.
    """

    start: date
    limit: Limit
    calendar: Calendar
    due: date
    provisional: bool

    @property
    def steps(self) -> tuple[DayStep, ...]:
        """The explanation, day by day; worked out only when asked for.

        A limit in months or years shows its start, its last day, and the days it rolled over.
        """
        return tuple(_steps(self))


def compute(start: date | datetime, limit: Limit, calendar: Calendar) -> Deadline:
    """When ``limit``, running from ``start``, ends (T-05).

    A moment counts as the Beijing day it falls on.
    """
    day = local_day(start) if isinstance(start, datetime) else start
    if limit.unit is Unit.WORKING_DAYS and limit.amount:
        due = calendar.shift(day, limit.amount)
        return Deadline(day, limit, calendar, due, calendar.is_provisional_between(day, due))
    last = nominal_end(day, limit)
    due = calendar.on_or_after(last) if limit.rolls else last
    provisional = limit.rolls and calendar.is_provisional_between(last - timedelta(days=1), due)
    return Deadline(day, limit, calendar, due, provisional)


def nominal_end(day: date, limit: Limit) -> date:
    """The last day of a limit in calendar days, months or years, before it rolls."""
    if limit.unit is Unit.MONTHS:
        return _add_months(day, limit.amount)
    if limit.unit is Unit.YEARS:
        return _add_months(day, limit.amount * 12)
    return day + timedelta(days=limit.amount)


def _add_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _steps(deadline: Deadline) -> Iterator[DayStep]:
    start, limit, calendar = deadline.start, deadline.limit, deadline.calendar
    yield _step(calendar, start, 0, Why.START)
    if limit.unit is Unit.WORKING_DAYS and limit.amount:
        number = 0
        for day in _days(start, deadline.due):
            number += calendar.works(day)
            yield _step(calendar, day, number, _why(calendar, day), counted=calendar.works(day))
        return
    last = nominal_end(start, limit)
    if limit.unit in (Unit.MONTHS, Unit.YEARS):
        why = Why.SAME_DATE if last.day == start.day else Why.MONTH_END
        yield _step(calendar, last, limit.amount, why, counted=True)
    else:
        for number, day in enumerate(_days(start, last), start=1):
            yield _step(calendar, day, number, Why.CALENDAR_DAY, counted=True)
    if deadline.due != last:
        yield _step(calendar, last, limit.amount, Why.LAST_DAY_RESTS)
        for day in _days(last, deadline.due):
            why = Why.ROLLED_TO if day == deadline.due else _why(calendar, day)
            yield _step(calendar, day, limit.amount, why)


def _days(after: date, until: date) -> Iterator[date]:
    return map(date.fromordinal, range(after.toordinal() + 1, until.toordinal() + 1))


_WHY = {
    DayKind.WORKDAY: Why.WORKDAY,
    DayKind.MAKE_UP: Why.MAKE_UP,
    DayKind.REST: Why.WEEKEND,
    DayKind.HOLIDAY: Why.HOLIDAY,
}


def _why(calendar: Calendar, day: date) -> Why:
    return _WHY[calendar.kind(day)]


def _step(calendar: Calendar, day: date, number: int, why: Why, *, counted: bool = False) -> DayStep:
    kind, name = calendar.kind(day), calendar.name(day)
    return DayStep(day, counted, number, why, kind, name, calendar.is_provisional(day))
