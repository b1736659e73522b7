"""How much is read at once: what stands undivided beyond that is read in pieces, so that reading takes no longer per letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

AT_ONCE = 2000
"""So many characters are read at once; no paragraph of a paper that people wrote is as long."""
_BEST_CUTS = ("。！？!?", "；;", "，,", "、")
_LEAST = AT_ONCE // 4  # and so many where nothing divides, which is no language


def within_reach(text: str, pieces: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """``pieces`` of ``text``, each that is too long cut behind its sentences, else its clauses, else anywhere."""
    return [part for start, end in pieces for part in _parts(text, start, end)]


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > AT_ONCE:
        cut = _cut(text, start)
        yield start, cut
        start = cut
    yield start, end


def _cut(text: str, start: int) -> int:
    for marks in _BEST_CUTS:
        cut = max(text.rfind(mark, start + _LEAST, start + AT_ONCE) for mark in marks)
        if cut >= 0:
            return cut + 1
    return start + _LEAST
