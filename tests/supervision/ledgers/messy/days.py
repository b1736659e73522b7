"""How the deadline columns of offices are written, with the day each means."""

from __future__ import annotations

import calendar
from datetime import date, datetime
from random import Random
from typing import Any

Due = tuple[Any, str | None]
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_HAN = "〇一二三四五六七八九"
_NONE = (
    "长期坚持",
    "持续推进",
    "长期",
    "常态化推进",
    "每月25日前",
    "每月5日",
    "立即整改",
    "每季度末",
    "—",
    "/",
    None,
    "待定",
    "常年坚持",
    "尽快",
)
_FORMATS = ("yyyy/m/d", 'yyyy"年"m"月"d"日"', "yyyy-mm-dd", 'm"月"d"日"', 'yyyy"年"m"月"')


def some_day(chance: Random, year: int) -> tuple[Any, str | None, str]:
    """What a cell holds, the ISO day that it means, and the number format it is shown by."""
    month = chance.randrange(1, 13)
    day = chance.randrange(1, 29)
    kind = chance.random()
    if kind < 0.13:
        return chance.choice(_NONE), None, ""
    if kind < 0.25:
        return datetime(year, month, day), f"{year}-{month:02d}-{day:02d}", chance.choice(_FORMATS)
    value, iso = chance.choice([*_exact(year, month, day), *_month(year, month), *_span(year, month)])
    return value, iso, ""


def _exact(y: int, m: int, d: int) -> list[Due]:
    iso = f"{y}-{m:02d}-{d:02d}"
    forms: tuple[Any, ...] = (
        f"{y}年{m}月{d}日", f"{y}.{m}.{d}", f"{y}-{m}-{d}", f"{y}/{m:02d}/{d:02d}", f"{m}月{d}日前", f"{m}月{d}日",
        f"{m}月{d}日".translate(_WIDE), f"{y}{m:02d}{d:02d}", int(f"{y}{m:02d}{d:02d}"), f"{m}.{d:02d}", f"{m}/{d}",
        (date(y, m, d) - date(1899, 12, 30)).days, f"{y} 年 {m} 月 {d} 日", f"{m}月\n{d}日前", f"  {y}年{m}月{d}日 ",
        f"{y}年{m}月{d}日前完成", f"{y}年{m}月{d}日（星期三）", f"{m}月{d}号", f"{y % 100}年{m}月{d}日", f"{y}年{m}月{d}日18:00前",
        f"即日起至{m}月{d}日", f"于{m}月{d}日前完成", f"{y}.{m:02d}.{d:02d}前", f"{m}月{d}日前报送方案", f"原定1月5日，调整为{m}月{d}日",
    )  # fmt: skip
    return [(form, iso) for form in forms]


def _month(y: int, m: int) -> list[Due]:
    last = f"{y}-{m:02d}-{calendar.monthrange(y, m)[1]}"
    worded = ("十" if m >= 10 else "") + ("" if m == 10 else _HAN[m % 10])
    forms: tuple[Any, ...] = (
        f"{m}月底", f"{y}年{m}月底前", f"{m}月底前完成", f"{m}月末", f"{y}年{m}月", f"{m}月份", f"{y}.{m}", f"{y}.{m:02d}", f"{y}-{m:02d}",
        f"{y}年{m}月下旬", f"{worded}月底", f"{y % 100}.{m}" if m > 2 else f"{y}年{m}月底", f"{y}{m:02d}", f"{m}月底前，长期坚持",
        f"{y}年{worded}月底前", f"力争{m}月底", f"{m}月",
    )  # fmt: skip
    return [(form, last) for form in forms] + [
        (f"{m}月上旬", f"{y}-{m:02d}-10"),
        (f"{y}年{m}月中旬前", f"{y}-{m:02d}-20"),
    ]


def _span(y: int, m: int) -> list[Due]:
    quarter = (m + 2) // 3
    ends = f"{y}-{quarter * 3:02d}-{calendar.monthrange(y, quarter * 3)[1]}"
    last = f"{y}-{m:02d}-{calendar.monthrange(y, m)[1]}"
    told: list[Due] = [
        (form, ends)
        for form in (f"{'一二三四'[quarter - 1]}季度", f"第{'一二三四'[quarter - 1]}季度", f"{y}年{'一二三四'[quarter - 1]}季度末", f"{quarter}季度", f"Q{quarter}", f"{'一二三四'[quarter - 1]}季度末前")
    ]  # fmt: skip
    told += [
        ("年底前", f"{y}-12-31"),
        (f"{y}年底", f"{y}-12-31"),
        ("全年", f"{y}-12-31"),
        (f"{y}年", f"{y}-12-31"),
        ("年内", f"{y}-12-31"),
    ]
    told += [("上半年", f"{y}-06-30"), ("下半年", f"{y}-12-31"), (y, f"{y}-12-31")]
    if m > 1:
        told += [
            (f"1—{m}月", last),
            (f"1月至{m}月", last),
            (f"{y}.1-{y}.{m}", last),
            (f"1月底前完成方案，{m}月底前完成建设", last),
        ]
    return told
