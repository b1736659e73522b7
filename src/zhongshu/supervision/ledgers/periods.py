"""Columns that tell how far a matter is month by month: what the last of them says holds."""

from __future__ import annotations

import re
from collections.abc import Mapping

_NUMBER = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_SPAN = r"[—–\-~～至]"
_ONE = (
    rf"(?:第?[一二三四1-4]、?[一二三四1-4]?季度|[Qq][1-4]|[上下]半年|前?{_NUMBER}(?:{_SPAN}{_NUMBER})?个?月份?(?:{_DAY}日?|[上中下]旬|[底末初])?"
    rf"|第?(?:[1-5]?\d|{_NUMBER})(?:{_SPAN}(?:[1-5]?\d|{_NUMBER}))?周|{_NUMBER}[./]{_DAY}(?:{_SPAN}(?:{_NUMBER}[./])?{_DAY})?|[上本][周月旬期季]度?)"
)
_TELLS = (
    r"(?:的|工作|目标(?=完成)|任务)*(?:进展|进度|推进|落实|办理|完成|开展|整改)?(?:情况|结果|成效|实绩|反馈)?"
)
_BARE = rf"(?:20\d{{2}}年)?{_ONE}(?:[（(][^（）()]*[)）])?"
_TURN = rf"第{_NUMBER}次(?:调度|反馈|进展|落实|办理|推进|完成|回复)(?:情况|结果|内容)?"
"""第二次反馈: the later one holds."""
_PERIOD, _ALONE = re.compile(rf"(?:截[至止])?{_BARE}{_TELLS}|{_TURN}"), re.compile(_BARE)
_LAST = re.compile(r"上一?(?:[次期周月旬季年]|阶段|个月)|前[一次]?期")
_NOW = re.compile(r"最新|目前|当前|现|近期|[本当这]")


def periods_of(headed: Mapping[int, tuple[str, ...]]) -> set[int]:
    """The columns headed by a time; beside 上期进展 also the one that tells how far it is now (最新进展)."""
    heads = {c: path[-1] for c, path in headed.items() if path}
    if any(map(_LAST.match, heads.values())):
        return {c for c, head in heads.items() if is_period(head) or _LAST.match(head) or _NOW.match(head)}
    return {c for c, head in heads.items() if is_period(head)}


def is_period(heading: str) -> bool:
    """Whether a heading names a time and at most says that it tells how far: 二季度, 5月进展, 截至6月底完成情况, 上周."""
    return bool(_PERIOD.fullmatch(heading))


def is_only_period(heading: str) -> bool:
    """Whether a heading names a time and nothing else: 二季度, 5月, 第3周."""
    return bool(_ALONE.fullmatch(heading))
