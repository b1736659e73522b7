"""A bare day behind the pace of its sentence (每周四报计划，周五上午呈; 每月3日结账，5日前报表): one of each week or month, no day of its own."""

from __future__ import annotations

import re

from .days import numeral
from .due_absolute import Reading

_MONTHLY = re.compile(r"(?:每个?月|按月|逐月)[^，。；]{0,4}\d{1,2}[日号]")
_WEEKLY = re.compile(r"(?:每个?|逐)(?:周|星期)|按周")
_BEHIND = re.compile(r"(?:汇总|整理|签字|审核|审定|收齐|核对|完成|更新)[^，。；]{0,4}后[在于，]?$")
_DAYS = dict(zip("一二三四五六日天", "Mon Tue Wed Thu Fri Sat Sun Sun".split(), strict=True))


def of_the_pace(name: str, hit: re.Match[str], before: str) -> Reading | None:
    """The rule of the day ``hit``, of the shape ``name``, where what stands ``before`` it in its sentence tells the pace."""
    if name == "bare_day" and _MONTHLY.search(before):
        return None, f"monthly {int(numeral(hit['d']) or 0):02d}"
    if name != "week" or hit["ww"] or not hit["w"] or not _BEHIND.search(before):
        return None
    return (None, f"weekly {_DAYS[hit['w']]}") if _WEEKLY.search(before) else None
