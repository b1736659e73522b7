"""Days and numbers as documents write them: numerals, month ends, plan periods, feasts."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "首": 1,
    "末": 3,
    "日": 7,
    "天": 7,
}

# Five-year plans by number: their last year.
PLAN_ENDS = {"九五": 2000, "十五": 2005, "十一五": 2010, "十二五": 2015, "十三五": 2020, "十四五": 2025,
             "十五五": 2030, "十六五": 2035}  # fmt: skip

FIXED_FEASTS = {"元旦": (1, 1), "三八": (3, 8), "五四": (5, 4), "五一": (5, 1), "劳动": (5, 1), "六一": (6, 1), "儿童": (6, 1), "妇女": (3, 8), "植树": (3, 12), "青年": (5, 4), "护士": (5, 12), "记者": (11, 8), "七一": (7, 1),
                "建党": (7, 1), "八一": (8, 1), "建军": (8, 1), "教师": (9, 10), "国庆": (10, 1), "十一": (10, 1)}  # fmt: skip

# Feasts on other days from year to year (official holiday notices and the almanac of the Purple Mountain Observatory).
SPRING_FESTIVALS = tuple(
    date.fromisoformat(d)
    for d in (
        "2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-18 2008-02-07 "
        "2009-01-26 2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08 2017-01-28 "
        "2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 "
        "2027-02-06 2028-01-26 2029-02-13 2030-02-03 2031-01-23 2032-02-11 2033-01-31 2034-02-19 2035-02-08"
    ).split()
)
DRAGON_BOATS = tuple(
    date.fromisoformat(d)
    for d in (
        "2018-06-18 2019-06-07 2020-06-25 2021-06-14 2022-06-03 2023-06-22 2024-06-10 2025-05-31 2026-06-19 "
        "2027-06-09 2028-05-28 2029-06-16 2030-06-05"
    ).split()
)
MID_AUTUMNS = tuple(
    date.fromisoformat(d)
    for d in (
        "2018-09-24 2019-09-13 2020-10-01 2021-09-21 2022-09-10 2023-09-29 2024-09-17 2025-10-06 2026-09-25 "
        "2027-09-15 2028-10-03 2029-09-22 2030-09-12"
    ).split()
)
CLEAR_AND_BRIGHT = tuple(  # as the almanac counts it in this century
    date(2000 + year, 4, int(year * 0.2422 + 4.81) - year // 4) for year in range(36)
)
DOUBLE_NINTHS = tuple(
    date.fromisoformat(d)
    for d in (
        "2018-10-17 2019-10-07 2020-10-25 2021-10-14 2022-10-04 2023-10-23 2024-10-11 2025-10-29 2026-10-18 "
        "2027-10-08 2028-10-26 2029-10-16 2030-10-05"
    ).split()
)
MOVABLE_FEASTS = {
    "清明": CLEAR_AND_BRIGHT,
    "春节": SPRING_FESTIVALS,
    "除夕": tuple(day - timedelta(days=1) for day in SPRING_FESTIVALS),
    "元宵": tuple(day + timedelta(days=14) for day in SPRING_FESTIVALS),
    "重阳": DOUBLE_NINTHS,
    "端午": DRAGON_BOATS,
    "中秋": MID_AUTUMNS,
}


def numeral(words: str) -> float | None:
    """The number that ``words`` write (25, 二十五, 两, 半), or None if they write none.

    >>> numeral("二十五"), numeral("十"), numeral("半")
    (25, 10, 0.5)
    """
    if words == "半":
        return 0.5
    if words.isascii() and words.replace(".", "", 1).isdigit():
        return float(words) if "." in words else int(words)
    if not words or any(c not in DIGITS and c != "十" for c in words):
        return None
    if "十" not in words:
        return int("".join(str(DIGITS[c]) for c in words))
    tens, _, units = words.partition("十")
    return (DIGITS.get(tens, 1) if tens else 1) * 10 + DIGITS.get(units, 0)


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day (9月31日) or year."""
    if not (1 <= year <= 9998 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def add_months(start: date, months: int) -> date | None:
    """The same day ``months`` later, or the end of a shorter month (Civil Code art. 202)."""
    index = start.year * 12 + start.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9998:
        return None
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def feast_eve(name: str, context: date) -> date | None:
    """The day before the next feast called ``name`` on or after ``context``; None if no table reaches it."""
    for feast, (month, day) in FIXED_FEASTS.items():
        if name.startswith(feast):
            eve = date(context.year, month, day) - timedelta(days=1)
            return eve if eve >= context else date(context.year + 1, month, day) - timedelta(days=1)
    for feast, table in MOVABLE_FEASTS.items():
        if name.startswith(feast) and table[0].year <= context.year:
            return next((d - timedelta(days=1) for d in table if d - timedelta(days=1) >= context), None)
    return None
