"""Spans of time (5个工作日, 一个半月) as ISO 8601 periods, and the day they end on."""

from __future__ import annotations

import re
from datetime import date, timedelta

from .days import add_months, numeral

_UNITS = {"工作日": "WD", "自然日": "D", "日历天": "D", "日历日": "D", "日": "D", "天": "D", "周": "W", "星期": "W", "礼拜": "W", "月": "M",
          "年": "Y", "季度": "Q"}  # fmt: skip


def period(number: str, unit: str, half: bool = False) -> str | None:
    """The ISO 8601 period (``P5WD`` for working days, ``PT24H``), or None if ``number`` is no number."""
    count = numeral(number)
    if count is None or count <= 0:
        return None
    if half:
        count += 0.5
    if unit == "分钟":
        return f"PT{count:g}M"
    if unit == "小时":
        return f"PT{count:g}H"
    if count != int(count):
        return {"月": f"P{int(count * 30)}D", "年": f"P{int(count * 12)}M"}.get(unit, f"PT{int(count * 24)}H")
    if unit == "季度":
        return f"P{int(count) * 3}M"
    return f"P{int(count)}{_UNITS[unit]}"


def counted(length: str, start: date) -> date | None:
    """The last day of ``length`` counted from ``start`` (start not counted); None for working time and hours."""
    hit = re.fullmatch(r"P(\d{1,4})([DWMY])", length)
    if not hit:
        return None
    number = int(hit[1])
    if hit[2] in "DW":
        days = number * (7 if hit[2] == "W" else 1)
        return start + timedelta(days=days) if start.year + days // 365 < 9000 else None
    return add_months(start, number * (12 if hit[2] == "Y" else 1))
