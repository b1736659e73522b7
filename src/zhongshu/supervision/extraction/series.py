"""What a stretch of text has from those beside it: one that goes on with what was asked needs less evidence of its own."""

from __future__ import annotations

import re

from .casting import Segment

# 分工如下：A核编，B备案岗位: whoever stands behind it is told to act, whatever the verb.
_TELLS_WHO = re.compile(
    r"(?![^：。]{0,40}(?:人员|成员|名单|组成))[^：。]{0,40}?(?:分工|如下|部署|安排|议定|商定|敲定|明确|决定|要求)(?:如下|事项)?：(?=[^。]{2,24}[，；])"
)
_BRIEF = 18  # letters of a sentence that only says who does what: 督查室跟踪督办。

# 市检察院对非法捕捞案件依法提起公益诉讼。 after a thing asked: an organ of a place, told what to do.
_SHORT = 60
_OF_A_PLACE = re.compile(
    r"(?:[省市县区州盟旗镇乡师](?!场|民|内|外|级|长|委、|域)|各(?!项|类|种|方|自|位|级)|沿[江海河])[一-鿿]{1,12}?(?:[局厅委办院场站所处科队校部社企行馆]|中心|公司|集团|法院|政府|街道|乡镇|团场|部门|单位|[市县区])(?!要(?:切实|深刻|高度|充分))"
    r"(?=[一-鿿]{0,2}(?:对|将|把|组织|做好|牵头|负责|会同|按|依法|定期|统一|推[进动广]|开展|建立|完[成善]|落实|提|派|协|制|编|督|指导|加|排|抓|出|梳|汇|摸|研|办|启|设|开|实|审|核|清|修|保|监|整|治))"
)


def goes_on_asking(norm: str, start: int, end: int, *, asked: bool) -> bool:
    """Whether the sentence ``start`` … ``end`` goes on with a row of things asked; ``asked``: the one before asks for one."""
    if asked and (norm.endswith("；", 0, start) or end - start <= _BRIEF):
        return True
    if asked and end - start <= _SHORT and _OF_A_PLACE.match(norm, start, end):
        return True
    return "：" in norm[start:end] and bool(_TELLS_WHO.match(norm, start, end))


def opens_a_row(norm: str, segment: Segment) -> bool:
    """Whether ``segment``, which is no duty by itself, names who acts and a ； parts it from others of its kind."""
    named = segment.actor in ("actor.subject", "actor.found") and not segment.in_series
    return named and norm.endswith("；", segment.start, segment.end)
