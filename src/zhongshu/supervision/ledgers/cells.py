"""The value of a cell as a ledger means it: shares with their sign, truth as 是 and 否."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

from .grid import Value

_DECIMALS = re.compile(r"\.([0#?]+)")
_WORDS = re.compile(r"\"[^\"]*\"|\[[^\]]*\]|\\.")
"""Of a number format: words in quotes, colours and languages in brackets, characters behind a stroke."""


def plain(value: object, number_format: str = "") -> Value:
    """``value`` without what the workbook adds to it; a share (0.45 shown as 45%) as its text.

    The first of a month that is shown without its day (2026年9月) is that month.
    """
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float | int) and "%" in number_format:
        decimals = _DECIMALS.search(number_format)
        return f"{value * 100:.{len(decimals[1]) if decimals else 0}f}%"
    if isinstance(value, float) and number_format == "0.00":
        return f"{value:.2f}"
    if isinstance(value, datetime) and value.day == 1 and _shows_no_day(number_format):
        return f"{value.year}年{value.month}月"
    if isinstance(value, str | int | float | datetime | date) or value is None:
        return value
    return str(value)


@lru_cache(maxsize=256)
def _shows_no_day(number_format: str) -> bool:
    """Whether a format shows year and month and no day (yyyy"年"m"月", mmm-yy)."""
    shown = _WORDS.sub("", number_format.split(";")[0]).lower()
    return "y" in shown and "m" in shown and "d" not in shown
