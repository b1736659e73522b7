"""The hour of a day as papers write it (下午5点, 上午9时30分)."""

from __future__ import annotations

import re

from .days import numeral


def time_suffix(words: str | None) -> str:
    """The hour that 下午5点 or 上午9时30分 says, as ``T17:00``; empty if none."""
    if not words:
        return ""
    if hit := re.search(r"(\d{1,2}|[一二三四五六七八九十]{1,2})(?:：(\d{2})|[时点](半|\d{1,2})?)", words):
        hour = int(numeral(hit[1]) or 0)
        hour += 12 if words[0] in "下晚" and hour < 12 else 0
        minute = 30 if hit[3] == "半" else int(hit[2] or hit[3] or 0)
        return f"T{hour:02d}:{minute:02d}" if hour < 25 and minute < 60 else ""
    return "T12:00" if words.startswith("上午") or words.startswith("中午") else ""
