"""Ends of weeks, ten-day periods, months, quarters, halves and years."""

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum


class Period(StrEnum):
    """A stretch of the calendar by which duties are set ("三季度末", "本旬内")."""

    WEEK = "week"
    TEN_DAYS = "ten_days"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"


_MONTHS = {Period.MONTH: 1, Period.QUARTER: 3, Period.HALF_YEAR: 6, Period.YEAR: 12}


def period_end(day: date, period: Period) -> date:
    """The last day of the period that ``day`` lies in; a week ends on Sunday."""
    if period is Period.WEEK:
        return day + timedelta(days=6 - day.weekday())
    if period is Period.TEN_DAYS and day.day <= 20:
        return day.replace(day=10 if day.day <= 10 else 20)
    months = _MONTHS.get(period, 1)
    month = (day.month + months - 1) // months * months
    return date(day.year, month, monthrange(day.year, month)[1])
