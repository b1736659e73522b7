"""14.健全标准体系。（A负责）制定…: a bracket behind a bare title says who does what the text below it asks."""

from __future__ import annotations

from dataclasses import replace

from .model import NO_DUE, Duty
from .segmentation import NUMBERING, Sentence

_LONGEST_TITLE = 26


def under_title(found: list[Duty], below: list[Duty]) -> list[Duty]:
    """``found``, then the duties ``below``; those of a title assigned right before go over to what stands below it."""
    title = found[-1] if found else None
    if title is None or not below or not _is_title(title) or any(duty.lead for duty in below):
        return [*found, *below]
    named = [
        replace(duty, lead=title.lead, support=title.support, leaders=duty.leaders or title.leaders)
        for duty in below
    ]
    return [*found[:-1], *named]


def _is_title(duty: Duty) -> bool:
    """Whether a duty that a bracket assigns is no more than a numbered title without a day or a number to reach."""
    text = duty.sentence.text.strip()
    bare = duty.reasons == ("actor.bracket",) and duty.due is NO_DUE and not duty.targets
    return bare and len(text) <= _LONGEST_TITLE and bool(NUMBERING.match(text)) and "，" not in text


def left_over(norm: str, body: list[Sentence], taken: list[bool]) -> list[Sentence]:
    """The sentences of an item that no duty has ``taken``; of 六、… 七、… 八、… those of the last number."""
    numbered = [i for i, s in enumerate(body) if NUMBERING.match(norm, s.start, s.end)]
    last = numbered[-1] if numbered else 0
    begin = last if any(taken[:last]) and not all(taken[last:]) else 0
    return [s for s, t in zip(body[begin:], taken[begin:], strict=True) if not t] or body[:1]
