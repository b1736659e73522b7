"""Several days in a row, of which only the last tells what they are (3月、6月和9月底前; 4月5日、7月5日前): the first to come counts."""

from __future__ import annotations

import re
from datetime import date

from .days import numeral
from .due_absolute import READERS, Reading

_ONE = r"(?:(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})[日号])?)(?:底|末)?[、和及与]"
_EARLIER = re.compile(_ONE)
_ROW = re.compile(rf"(?:{re.sub(r'[?]P<.>', '?:', _ONE)})+$")
_OPENS = re.compile(r"[、和及与]\d{1,2}月\d{1,2}[日号](?:[、和及与]\d{1,2}月\d{1,2}[日号])*前")
_REACH = 40
_JOINTS = frozenset("、和及与")


def first_of_row(
    norm: str, start: int, name: str, groups: dict[str, str | None], context: date | None
) -> tuple[int, Reading] | None:
    """Where a row of days begins whose last stands at ``start``, and the first day in it on or after ``context``.

    ``name``, ``groups``: the shape of the last day and what it holds. Nothing if the row has only one.
    """
    if name not in ("day", "month") or norm[start - 1 : start] not in _JOINTS:
        return None
    row = _ROW.search(norm, max(0, start - _REACH), start)
    if not row or groups.get("y") or groups.get("ry"):
        return None
    told = [_reading(hit, name, groups, context) for hit in _EARLIER.finditer(norm, *row.span())]
    days = [reading for reading in told if reading and reading[0]]
    last = READERS[name](groups, context)
    if last and last[0]:
        days.append(last)
    return (row.start(), min(days, key=lambda reading: reading[0] or "")) if len(days) > 1 else None


def opens_row(norm: str, end: int) -> bool:
    """Whether the day that ends at ``end`` is the first of such a row, whose last one tells of them all."""
    return norm[end : end + 1] in _JOINTS and bool(_OPENS.match(norm, end))


def _reading(
    hit: re.Match[str], name: str, groups: dict[str, str | None], context: date | None
) -> Reading | None:
    if (hit["d"] is None) == (name == "day") or not 1 <= int(numeral(hit["m"]) or 0) <= 12:
        return None
    return READERS[name]({**groups, "m": hit["m"], "d": hit["d"]}, context)
