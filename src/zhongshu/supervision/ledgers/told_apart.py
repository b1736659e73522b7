"""One cell that tells how far, what is hard and what comes next, each behind a label: 进展：… 问题：… 下一步：…"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .model import Part

_HOW_FAR = r"(?:(?:工作|目前|当前|最新|主要)?(?:进展|进度|推进|落实|办理|完成|整改|开展)(?:情况|结果|成效)?|截至目前)"
_AILING = r"(?:(?:目前|主要)?(?:存在|遇到|面临)?的?(?:主要|突出)?(?:问题|困难|难点|堵点|卡点|瓶颈|不足|短板)(?:[及和与、](?:问题|困难|原因|建议|不足))?|(?:需要?|提请|请求)协调(?:解决)?(?:的?(?:事项|问题))?|(?:未完成|滞后|逾期)原因)"
_NEXT = r"(?:下一?(?:步|阶段)(?:工作)?(?:打算|计划|措施|安排|举措|建议)?)"
_LABEL = re.compile(
    rf"(?:^|(?<=[。；;，,、\s]))\s*(?:\d[.、．]|[（(][一二三四\d][)）]|[①-④]|[一二三四]、)?"
    rf"(?:[【\[](?P<boxed>{_HOW_FAR}|{_AILING}|{_NEXT})[】\]][：:]?|(?P<plain>{_HOW_FAR}|{_AILING}|{_NEXT})[：:])\s*"
)
_KINDS = ((Part.PROBLEM, re.compile(_AILING)), (Part.REMARK, re.compile(_NEXT)))


@dataclass(slots=True)
class ToldApart:
    """What stands behind the labels of a cell, and before the first; ``labelled`` by which parts."""

    pieces: dict[Part, list[str]] = field(default_factory=dict)
    labelled: set[Part] = field(default_factory=set)

    def of(self, part: Part) -> str:
        """What the cell says of ``part``, line for line."""
        return "\n".join(self.pieces.get(part, ()))


def told_apart(text: str) -> ToldApart:
    """The pieces of a cell by the labels they stand behind; what no label heads tells how far.

    >>> told_apart("进展：已开工。问题：缺土地").of(Part.PROBLEM)
    '缺土地'
    """
    told, part, start = ToldApart(), Part.PROGRESS, 0
    for hit in _LABEL.finditer(text):
        _add(told, part, text[start : hit.start()])
        part, start = _part(hit["boxed"] or hit["plain"]), hit.end()
        told.labelled.add(part)
    _add(told, part, text[start:])
    return told


def _add(told: ToldApart, part: Part, text: str) -> None:
    if piece := text.strip(" ；;，,\n"):
        told.pieces.setdefault(part, []).append(piece)


def _part(label: str) -> Part:
    return next((part for part, pattern in _KINDS if pattern.fullmatch(label)), Part.PROGRESS)
