"""Lines that only a narrow page broke (text out of a PDF) are one paragraph again."""

from __future__ import annotations

import re
from collections import Counter

from .roles import DUE_LABEL, LABEL, TASK_LABEL
from .segmentation import NUMBERING, Piece, cut_sentences, paragraphs
from .spans import Passage, Span, level, loose_places
from .stretches import within_reach

_ENDS = ("。", "！", "？", "；", "：", "…", "”", "）")
# A comma ends no paragraph, however wide the lines are.
_BROKEN_OFF = re.compile(r"[，,、][ 　\t]*\r?(?:\n|$)")
_CELLS = re.compile(r"[\t|│┃├┼─]")
_SLACK = 4
_FEWEST = 3
_NARROWEST, _WIDEST = 12, 60
ROW_NUMBER = re.compile(r"\s*\d{1,3}[ 　]+(?=[^\d\s])")
"""The number of a row whose columns only blanks part."""
_INDENT = re.compile(r"[ 　\t]{2,}|　")


def unwrapped(text: str) -> tuple[list[Piece], list[int]]:
    """The paragraphs of ``text``, and the places in it that do not count: line breaks inside them, and loose blanks."""
    lines = paragraphs(text)
    full = _full_width(text, lines)
    if not full and not _BROKEN_OFF.search(text):
        return within_reach(text, lines), loose_places(text)
    joined: list[Piece] = []
    breaks: set[int] = set()
    for i, (start, end) in enumerate(lines):
        if i and _goes_on(text, lines[i - 1], (start, end), full):
            breaks.update(_gap(text, lines[i - 1], start))
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return within_reach(text, joined), loose_places(text, breaks)


def _full_width(text: str, lines: list[Piece]) -> float:
    """How wide a full line is, if several lines were broken at the same width; else nothing."""
    open_lines = [round(_width(text[a:b])) for a, b in lines if not text[a:b].rstrip().endswith(_ENDS)]
    if len(open_lines) < _FEWEST:
        return 0
    widths = Counter(open_lines)
    best = max(widths, key=lambda width: (sum(widths[width + d] for d in (-2, -1, 0, 1)), width))
    near = sum(widths[best + d] for d in (-2, -1, 0, 1))
    return best if near >= _FEWEST and _NARROWEST <= best <= _WIDEST else 0


def _width(line: str) -> float:
    """In ideographs; a Latin letter, digit or blank takes half."""
    letters = line.strip()
    return len(letters) - len(letters.encode("ascii", "ignore")) / 2


def _goes_on(text: str, before: Piece, here: Piece, full: float) -> bool:
    last, line = text[slice(*before)], text[slice(*here)]
    if last.rstrip().endswith(_ENDS) or _INDENT.match(line):  # asked first: most lines end so, or begin so
        return False
    if text[before[1] : here[0]].strip() or _CELLS.search(last) or _CELLS.search(line):
        return False
    as_wide = full and full - _SLACK <= _width(last) <= full + _SLACK
    if not as_wide and not _BROKEN_OFF.search(last):
        return False
    opening = level(line)
    return not (
        NUMBERING.match(opening)
        or ROW_NUMBER.match(opening)
        or LABEL.match(opening)
        or DUE_LABEL.match(opening)
        or TASK_LABEL.match(opening)
    )


def _gap(text: str, before: Piece, start: int) -> range:
    """The places from the last letter of the line before to the first of this one."""
    end = before[1]
    while end > before[0] and text[end - 1].isspace():
        end -= 1
    while text[start].isspace():
        start += 1
    return range(end, start)


def sentences(text: str) -> list[Span]:
    """Every sentence of ``text`` with its place, so that it can be shown what became of each."""
    out = []
    lines, loose = unwrapped(text)
    for start, end in lines:
        passage = Passage.of(text, start, end, loose)
        out += [passage.span(s.start, s.end) for s in cut_sentences(level(passage.raw))]
    return out
