"""The heading of a matter: what is to be done, without when and with whose help."""

from __future__ import annotations

import re

from .vocabulary_titles import MERELY_WHEN, WHEN, WITH_HELP

LONGEST = 60
_CLAUSE = re.compile(r"[^，,；;。！!]+[，,；;。！!]*")
_STOPS = "，,；;。！!、：: \t\u3000"


def heading_of(text: str, longest: int = LONGEST) -> str:
    """The heading of a matter opened from ``text``: its first line without dates and supporting clauses.

    It is made of characters of ``text`` in their order, at most ``longest``, and not empty unless ``text`` is.
    Whatever is left out stands in the requirement. The same text gives the same heading.
    """
    line = next((one.strip() for one in text.splitlines() if one.strip()), "")
    clauses = [(one[0], WHEN.sub("", one[0])) for one in _CLAUSE.finditer(line)]
    kept = [bare for place, (whole, bare) in enumerate(clauses) if _tells(whole, bare, first=not place)]
    heading = "".join(kept).strip(_STOPS) or line.strip(_STOPS) or line
    return _shortened(heading, longest)


def _tells(whole: str, bare: str, *, first: bool) -> bool:
    """Whether a clause says what is to be done: not only when, nor only who helps."""
    said = bare.strip(_STOPS)
    if not said or WITH_HELP.fullmatch(said):
        return False
    return first or bare == whole or not MERELY_WHEN.fullmatch(said)


def _shortened(heading: str, longest: int) -> str:
    """Cut where a clause ends, else where an item of a list does, else where it must be."""
    if len(heading) <= longest:
        return heading
    for stops in ("，,；;。", "、"):
        ends = [place for place, letter in enumerate(heading[: longest + 1]) if letter in stops]
        if ends and ends[-1] >= longest // 3:
            return heading[: ends[-1]].rstrip(_STOPS)
    return heading[:longest].strip() or heading[:longest]
