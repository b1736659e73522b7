"""The value of a cell as a ledger means it: shares with their sign, truth as 是 and 否."""

from __future__ import annotations

import re
from datetime import date, datetime

from .grid import Value

_DECIMALS = re.compile(r"\.([0#?]+)")


def plain(value: object, number_format: str = "") -> Value:
    """``value`` without what the workbook adds to it; a share (0.45 shown as 45%) as its text."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float | int) and "%" in number_format:
        decimals = _DECIMALS.search(number_format)
        return f"{value * 100:.{len(decimals[1]) if decimals else 0}f}%"
    if isinstance(value, float) and number_format == "0.00":
        return f"{value:.2f}"
    if isinstance(value, str | int | float | datetime | date) or value is None:
        return value
    return str(value)
