"""The bracket or label that closes an item and assigns it: （市发改委牵头，市财政局配合）, 责任单位：…."""

from __future__ import annotations

import re

from .directory import Directory
from .labels import assigns_only
from .model import Duty
from .roles import BRACKET, DUE_LABEL, LABEL, Cast, read_bracket, read_labels
from .segmentation import Sentence

# 责任分工：A负责核定清单；B负责办理注销: sentences of their own, no list of units.
_TELLS_EACH = re.compile(r"[一-鿿]{2}分工：[^。；]*负责[^，。；]{2,}；[^。]*负责")


def assignment(norm: str, sentence: Sentence, first: bool, directory: Directory | None) -> tuple[int, Cast]:
    """Where the bracket or label that closes ``sentence`` begins, and whom it assigns (nobody: none).

    ``first``: the document says that the first-named unit leads.
    """
    for hit in BRACKET.finditer(norm, sentence.start, sentence.end):
        if norm[hit.end() : sentence.end].strip(" 　。；，\n"):
            continue
        cast = read_bracket(norm, *hit.span("body"), first=first, directory=directory)
        if cast:
            return hit.start(), cast
    at = sentence.start
    while at < sentence.end and norm[at] in " 　（\t":
        at += 1
    if norm.startswith("分工：", at + 2) and _TELLS_EACH.match(norm, at, sentence.end):
        return sentence.end, Cast()
    if LABEL.match(norm, at, sentence.end) or DUE_LABEL.match(norm, at, sentence.end):
        return sentence.start, read_labels(norm, at, sentence.end, directory, first=first)
    if at and norm[at - 1] == "\n" and assigns_only(norm, at, sentence.end):
        stop = at + len(norm[at : sentence.end].rstrip(" 　。；\n"))
        return at, read_bracket(norm, at, stop, first=first, directory=directory)
    return sentence.end, Cast()


def same_leads(norm: str, cast: Cast, own: list[Duty]) -> bool:
    """Whether the assignment behind an item is led by just those whom the item's own sentences tell to act."""
    return {norm[start:end] for start, end, _ in cast.lead} == {m.text for duty in own for m in duty.lead}
