"""14.健全标准体系。（A负责）制定…: a bracket behind a bare title says who does what the text below it asks."""

from __future__ import annotations

from dataclasses import replace

from .model import NO_DUE, Duty
from .segmentation import NUMBERING

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
