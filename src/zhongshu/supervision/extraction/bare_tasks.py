"""The words of a task without what stands in fields of its own: until when, by whom, with whose help."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from .segmentation import NUMBERING

_SAID = r"会议(?:还|同时|进一步)?(?:要求|决定|议定|明确|确定|强调|指出|商定)[，：]|(?:要(?![求素点件])|必?须(?!知)|应当?(?![急用对]))"
_DOES = r"(?:共同|具体|分别)?(?:牵头|负责|主办|承办|配合|协办|协助|参与|落实|办理)+"
_STOPS = "，,；;。、：: \t\n\u3000"
_LEAST = 3  # letters that a task keeps


def bare_task(
    text: str, *, when: Iterable[str] = (), who: Iterable[str] = (), helpers: Sequence[str] = ()
) -> str:
    """``text`` without ``when`` and ``who`` at its head and its end, as they stand there; never emptied.

    ``helpers``  who lends a hand and must not get lost: told at its end, if it does not tell them itself.

    >>> bare_task("10月底前，由市发展改革委牵头，编制改造方案。", when=["10月底前"], who=["市发展改革委"])
    '编制改造方案'
    >>> bare_task("完成资金核查", helpers=["城投集团"])
    '完成资金核查，城投集团配合'
    """
    days, names = _one_of(when), _one_of(who)
    row = rf"{names}(?:(?:、|和|及|会同|，){names})*(?:等(?:单位|部门)?)?"
    head = re.compile(
        rf"{_SAID}|(?:于|在|最迟|确保|力争|务必)?{days}[，,]?"
        rf"|(?:由|请|责成)?{row}(?:{_DOES}[，,]?|[，,]|(?![的之和与、在对]))"
    )
    tail = re.compile(rf"[，,；](?:由{row}{_DOES}?|{row}{_DOES}|{days}(?:完成|办结|落实)?)$")
    number = NUMBERING.match(text)
    told = _cut(text, number.end() if number else 0, len(text))
    while found := head.match(told) or tail.search(told):
        left = _cut(told, found.end(), len(told)) if found.start() == 0 else told[: found.start()]
        if len(left) < _LEAST:
            break
        told = left
    told = told or text
    unsaid = [name for name in helpers if name not in told]
    return f"{told}，{'、'.join(unsaid)}配合" if unsaid else told


def _one_of(words: Iterable[str]) -> str:
    told = sorted({word for word in words if word}, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, told))})" if told else r"(?!)"


def _cut(text: str, start: int, end: int) -> str:
    return text[start:end].strip(_STOPS)
