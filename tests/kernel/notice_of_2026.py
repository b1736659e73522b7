"""The notice of 2026 as a calendar, for tests of working time."""

from datetime import date, timedelta

from zhongshu.kernel.worktime import Calendar, DayKind, Limit, SpecialDay, Unit


def span(first: date, days: int) -> list[date]:
    return [first + timedelta(days=n) for n in range(days)]


OFF_2026 = {
    "元旦": span(date(2026, 1, 1), 3),
    "春节": span(date(2026, 2, 15), 9),
    "清明节": span(date(2026, 4, 4), 3),
    "劳动节": span(date(2026, 5, 1), 5),
    "端午节": span(date(2026, 6, 19), 3),
    "中秋节": span(date(2026, 9, 25), 3),
    "国庆节": span(date(2026, 10, 1), 7),
}
MADE_UP_2026 = {
    (1, 4): "元旦",
    (2, 14): "春节",
    (2, 28): "春节",
    (5, 9): "劳动节",
    (9, 20): "国庆节",
    (10, 10): "国庆节",
}
SPECIAL = {day: SpecialDay(DayKind.HOLIDAY, name) for name, days in OFF_2026.items() for day in days}
SPECIAL |= {date(2026, m, d): SpecialDay(DayKind.MAKE_UP, name) for (m, d), name in MADE_UP_2026.items()}
CALENDAR = Calendar(SPECIAL, frozenset({2025, 2026}))


def working(n: int) -> Limit:
    return Limit(n, Unit.WORKING_DAYS)
