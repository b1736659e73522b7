"""The parts of a sentence that ； sets apart, each with its own actor or bracket."""

from __future__ import annotations

import re

from .closings import assignment
from .directory import Directory
from .segmentation import NUMBERING, Sentence
from .subjects import read_segments
from .tenses import tells_past

_PART_CLOSED = re.compile("）[；。]")
_PARTS = re.compile("[^；]+；?")


def apart(norm: str, sentences: list[Sentence], directory: Directory | None) -> list[Sentence]:
    """``sentences``, with what ； parts set apart where each part has its own actor or bracket (A完成…；…（B负责）；…)."""
    told: list[Sentence] = []
    for sentence in sentences:
        several = norm.find("；", sentence.start, sentence.end) > 0
        closed = several and _PART_CLOSED.search(norm, sentence.start, sentence.end)
        parts = _parts(norm, sentence) if closed else []
        each = len(parts) > 1 and all(_has_own(norm, p, directory) for p in parts)
        told += parts if each else [sentence]
    return told


def _parts(norm: str, sentence: Sentence) -> list[Sentence]:
    """The parts of a sentence between ； outside of brackets."""
    parts: list[Sentence] = []
    for hit in _PARTS.finditer(norm, sentence.start, sentence.end):
        last = parts[-1] if parts else None
        if last and norm.count("（", last.start, last.end) > norm.count("）", last.start, last.end):
            parts[-1] = last._replace(end=hit.end())
        else:
            parts.append(Sentence(hit.start(), hit.end(), sentence.block))
    return parts


def _has_own(norm: str, part: Sentence, directory: Directory | None) -> bool:
    """Whether a part names who acts, by a bracket behind it or by a subject."""
    if assignment(norm, part, False, directory)[1]:
        return True
    return any(s.cast for s in read_segments(norm, part.start, part.end, [], directory))


def asking(norm: str, item: list[Sentence]) -> list[Sentence]:
    """Those of ``item`` that a bracket behind the last of them can assign: not what the text before only tells."""
    if not item or NUMBERING.match(norm):
        return item
    return [s for s in item if not tells_past(norm[s.start : s.end])] or item
