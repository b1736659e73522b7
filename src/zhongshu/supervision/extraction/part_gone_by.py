"""Whether a sentence opens with a part of the year on which its document looks back."""

from __future__ import annotations

import re
from datetime import date

TURNS = re.compile(
    r"下一?步|下阶段|下半年|接下来|今后|要(?![求素点])|应(?![急])|须|务必|请|确保|力争|限期|负责|拟(?![定订])|将(?!军)"
)
# 一季度，…增长6.8%，新增…46座; 上半年，…: a part of the year that the document looks back on.
_PART = re.compile(
    r"\s*(?:今年)?(?:前?(?P<quarter>[一二三1-3])(?:个)?季度|(?P<half>上半年)|1[-—至]?(?P<month>\d{1,2})月份?)，"
    rf"(?![^。；]*(?:{TURNS.pattern}))"
)


def opens_with_a_part_gone_by(norm: str, start: int, end: int, context: date) -> bool:
    """Whether the sentence opens with a part of the year that was over on the day of the document."""
    hit = _PART.match(norm, start, end)
    if not hit:
        return False
    last = (
        6
        if hit["half"]
        else 3 * ("一二三123".index(hit["quarter"]) % 3 + 1)
        if hit["quarter"]
        else int(hit["month"])
    )
    return last < context.month
