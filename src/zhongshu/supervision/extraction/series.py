"""What a stretch of text has from those beside it: one that goes on with what was asked needs less evidence of its own."""

from __future__ import annotations

import re

# 分工如下：A核编，B备案岗位: whoever stands behind it is told to act, whatever the verb.
_TELLS_WHO = re.compile(
    r"(?![^：。]{0,40}(?:人员|成员|名单|组成))[^：。]{0,40}?(?:分工|如下|部署|安排|议定|商定|敲定|明确|决定|要求)(?:如下|事项)?：(?=[^。]{2,24}[，；])"
)
_BRIEF = 18  # letters of a sentence that only says who does what: 督查室跟踪督办。


def goes_on_asking(norm: str, start: int, end: int, *, asked: bool) -> bool:
    """Whether the sentence ``start`` … ``end`` goes on with a row of things asked; ``asked``: the one before asks for one."""
    if asked and (norm.endswith("；", 0, start) or end - start <= _BRIEF):
        return True
    return "：" in norm[start:end] and bool(_TELLS_WHO.match(norm, start, end))
