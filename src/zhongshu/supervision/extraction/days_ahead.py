"""A day right behind an actor, with no 前 and no word that leads to it (索道公司9月27日停运): one to keep if it lies ahead."""

from __future__ import annotations

import re
from datetime import date, timedelta

from .due_absolute import READERS
from .due_standing import Groups, work_follows
from .quotations import inside_quotes

_ACTOR = re.compile("[局委办厅部处科室院校会组队所站司团心府行馆厂区县镇乡村门]$|街道$|单位$|[：，；。]$|^$")
# 周五推进会的材料: the name of a meeting, no work that follows.
_MEETING = re.compile("[一-鿿]{2,6}会(?:议)?(?=[的要上前后：，]|材料|议题|议程)")
_SHAPES = ("day", "quarter", "week", "quarter_end", "year_end")
_NEAR = timedelta(days=120)  # a day of the year past is read as one of the next: that far away it may be one
_AT_ITS_END = timedelta(days=31)  # 上半年, told in June, may be what was


def lies_ahead(name: str, norm: str, hit: re.Match[str], groups: Groups, context: date | None) -> bool:
    """Whether a date that only tells of a time tells of one to come, right before what is to be done; ``groups`` then say so."""
    if name not in _SHAPES or context is None or groups.get("b") or not work_follows(norm, hit.end()):
        return False
    if _MEETING.match(norm, hit.end()):
        return False
    if not _ACTOR.search(norm, max(0, hit.start() - 2), hit.start()) or inside_quotes(norm, hit.start()):
        return False
    groups["ahead"] = "y"
    reading = READERS[name](groups, context)
    if not reading or not reading[0]:
        return False
    day = date.fromisoformat(reading[0])
    if name == "day":
        return context < day <= context + _NEAR
    return day >= context if name == "week" else day > context + _AT_ITS_END
