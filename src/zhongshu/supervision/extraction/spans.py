"""Where in the text something was read: spans, and passages that remember their place.

A passage is a run of characters taken from the document (a paragraph, a table cell put together from
several lines). Readers see ``norm``, a copy of equal length in which half-width punctuation and
full-width digits are levelled, and hand back spans of the document itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

_UNEVEN = "０１２３４５６７８９％．,;:()!?[]〔〕【】﹒〈〉│┃丨｜"
_LEVELLED = str.maketrans(_UNEVEN, "0123456789%.，；：（）！？（）（）（）.《》||||")
_IS_UNEVEN = re.compile(f"[{re.escape(_UNEVEN)}]")  # most lines have none, and are asked sooner than changed
# 【责任单位】市水务局 is 责任单位：市水务局
_BOXED_LABEL = re.compile(
    "【([一-鿿]{0,4}(?:单位|部门|科室|领导|责任人|任务|事项|时限|时间|内容|措施|目标|要求))】(?=\\S)"
)
_NUMBER_COMMA = re.compile(r"，(?<=\d，)(?=\d{3}(?!\d))")
_LONGEST_LINE = 1000
# Blanks that only the setting put there: after a comma (公安、 应急管理), around numbers (2026 年 6 月底前). What
# stands before is looked back at from behind the first blank: so a search runs from blank to blank.
_LOOSE_BLANK = re.compile(
    r"[ 　\t](?:(?<=[、，,].)[ 　\t]*(?=[一-鿿（“《])(?![一二三四五六七八九十]{1,2}[、是])"
    r"|(?<=[长任记席员理师] ) *(?=[一-鿿]{2,3}(?:同志|[负牵领签主][责头办衔批抓持]|具体|督办|包[联保案抓]))"
    r"|(?<=[一-鿿] ) *(?=\d{1,8} *[年月日个项%万亿件家座条公天周人元])|(?<=[年月] ) *(?=[底末初前内上中下])|(?<=\d ) *(?=[年月日个项%万亿件家座条公天周人元号时点]))"
)


class Span(NamedTuple):
    """Characters ``start`` … ``end`` (exclusive) of the document.

    ``text`` is what they say; for a table cell broken over lines, without the rules and blanks between.
    ``cue`` is the English code of the sign that led here (``cue.qiantou``), empty if the span is no field.
    """

    start: int
    end: int
    text: str
    cue: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of characters with the place of each in the document."""

    raw: str
    norm: str
    places: Sequence[int]
    source: str = field(default="", repr=False, compare=False)

    @classmethod
    def of(
        cls, text: str, start: int = 0, end: int | None = None, loose: Sequence[int] | None = None
    ) -> Passage:
        """The passage of the characters ``start`` … ``end`` of ``text`` without the ``loose`` ones (``loose_places``)."""
        end = len(text) if end is None else end
        if loose is None:
            edges: Sequence[int] = loose_places(text, start=start, end=end)
        else:
            edges = loose[bisect_left(loose, start) : bisect_left(loose, end)] if loose else loose
        if not edges:
            raw = text[start:end]
            return cls(raw, level(raw), range(start, end), text)
        places: list[int] = []
        kept: list[str] = []
        for edge in (*edges, end):
            places += range(start, edge)
            kept.append(text[start:edge])
            start = edge + 1
        raw = "".join(kept)
        return cls(raw, level(raw), places, text)

    @classmethod
    def from_places(cls, text: str, places: Iterable[int]) -> Passage:
        """The passage that strings together the characters of ``text`` at ``places`` (ascending)."""
        kept = tuple(places)
        raw = "".join(text[i] for i in kept)
        return cls(raw, level(raw), kept, text)

    def span(self, start: int, end: int, cue: str = "") -> Span:
        """The span of the document that the characters ``start`` … ``end`` of this passage came from."""
        there, places = self.raw[start:end], self.places
        words = there.strip()
        if not words:
            place = places[min(max(start, end), len(places) - 1)] if places else 0
            return Span(place, place, "", cue)
        if len(words) < len(there):
            start += len(there) - len(there.lstrip())
        first, last = places[start], places[start + len(words) - 1] + 1
        if last - first > len(words):  # something was left out
            words = self._words(words, first, last)
        return Span(first, last, words, cue)

    def _words(self, kept: str, first: int, last: int) -> str:
        """What the document has there; the pieces alone where rules of a table stand between them."""
        there = self.source[first:last]
        whole = "\n" not in there and "".join(there.split()) == "".join(kept.split())
        return there if whole else kept

    def part(self, start: int, end: int) -> Passage:
        """The characters ``start`` … ``end`` of this passage as a passage of its own."""
        return Passage(self.raw[start:end], self.norm[start:end], self.places[start:end], self.source)


def loose_places(
    text: str, breaks: Iterable[int] = (), *, start: int = 0, end: int | None = None
) -> list[int]:
    """The places between ``start`` and ``end`` that only the setting put there, in order: blanks, and ``breaks`` of lines."""
    hits = _LOOSE_BLANK.finditer(text, start, len(text) if end is None else end)
    return sorted({*breaks, *chain.from_iterable(range(*hit.span()) for hit in hits)})


def level(raw: str) -> str:
    """``raw`` with punctuation and digits in one form; same length, so offsets carry over."""
    return _level_line(raw) if len(raw) <= _LONGEST_LINE else _levelled(raw)


def _levelled(raw: str) -> str:
    if "【" in raw:
        raw = _BOXED_LABEL.sub(r" \1：", raw)
    even = raw.translate(_LEVELLED) if _IS_UNEVEN.search(raw) else raw
    return _NUMBER_COMMA.sub(",", even)


_level_line = lru_cache(maxsize=1024)(
    _levelled
)  # every reader of tables, labels and text asks for the same lines
