"""Telling what was done from what is to be done."""

from __future__ import annotations

from functools import lru_cache

from .vocabulary_cues import DONE_SCENE, NOT_PAST, ONLY_BESIDE, PAST, REPORT_OPENS, SPOKEN_AT

_REMEMBERED = 512  # a segment is often its whole sentence, and the sentence its whole paragraph


@lru_cache(maxsize=_REMEMBERED)
def says_done(text: str) -> bool:
    """Whether ``text`` has a word of what was done (已完成, 去年, 同比增长)."""
    told = SPOKEN_AT.sub("", text) if "上" in text else text
    done = PAST.search(NOT_PAST.sub("", told))
    if done and ("了" in told or "，" in told):
        done = PAST.search(NOT_PAST.sub("", ONLY_BESIDE.sub("", told)))
    return bool(done)


@lru_cache(maxsize=_REMEMBERED)
def tells_past(text: str) -> bool:
    """Whether ``text`` reports what was done, by its words or by the scene it tells of (会上, 近日)."""
    return says_done(text) or bool(DONE_SCENE.search(text) or REPORT_OPENS.match(text))
