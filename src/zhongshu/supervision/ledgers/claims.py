"""What each column claims to tell: its heading speaks, what it holds and the columns beside it object."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from .content import Content
from .headings import mixes, part_of_path
from .model import Part

Claim = tuple[Part, int]
"""A part, and how plainly it is claimed."""
_MOSTLY, _FEWEST, _WEAK, _PLAIN = 0.6, 3, 14, 20
_STAGE = re.compile(r"^(?!.*(?:时间|日期|时限|期限)).*(?:里程碑|节点)")
"""里程碑节点, 控制节点: when something is due, or what is to be reached (主体封顶)."""


def claim_of(path: tuple[str, ...], content: Content) -> Claim | None:
    """What a heading claims, put right where the cells say otherwise."""
    claim = part_of_path(path)
    if claim is None or not content.filled:
        return claim
    if claim[0] is Part.DUE and _STAGE.search(path[-1]) and content.tells_what:
        return Part.TASK, _PLAIN
    if claim[0] is Part.DUE and content.long >= _MOSTLY and mixes(path[-1], Part.TASK):
        return Part.TASK, _PLAIN
    return _below_days(path, content) or _put_right(*claim, content) if claim[0] is not Part.OTHER else claim


def _below_days(path: tuple[str, ...], content: Content) -> Claim | None:
    """时间节点 over 沟通走访 and 正式答复, each with its days: what the wider heading claims."""
    above = part_of_path(path[:-1]) if content.days >= _MOSTLY else None
    return above if above and above[0] is Part.DUE else None


def _put_right(part: Part, weight: int, content: Content) -> Claim:
    """The claim, put right where what the column holds says otherwise."""
    if part is Part.LEADER and content.units >= 0.7 and content.people < 0.3:
        return Part.LEAD, 15
    if part in (Part.LEAD, Part.SUPPORT) and content.people >= 0.7 and content.units < 0.3:
        return Part.LEADER, weight - 6
    if part is Part.DUE and weight <= 15 and content.days < 0.3:
        return Part.OTHER, weight
    if part is Part.TASK and weight < 20 and content.units >= 0.7:
        return Part.LEAD, 13
    if part is Part.TASK and weight < 20 and content.days >= 0.7:
        return Part.DUE, 14
    if part is Part.TASK and weight < 20 and content.filled >= _FEWEST and content.seems_to_group:
        return Part.CATEGORY, _WEAK
    if part is Part.PROGRESS and weight <= _PLAIN and content.days >= 0.6:
        return Part.DUE, _WEAK
    if part in (Part.CATEGORY, Part.LEAD, Part.SUPPORT) and content.numbers >= _MOSTLY:
        return Part.OTHER, weight
    if part is Part.CATEGORY and content.codes >= 0.8:
        return Part.OTHER, weight
    if part is Part.PROGRESS and (content.ticks >= 0.8 or content.codes >= 0.8):
        return Part.STATUS, weight
    if part is Part.CATEGORY and content.roles >= 0.8:
        return Part.OTHER, weight
    return part, weight


def heard_together(
    claims: dict[int, Claim | None], contents: Mapping[int, Content], periods: Collection[int]
) -> dict[int, Claim | None]:
    """The claims heard together: mere states beside told progress are the status, a told status alone is the progress.

    A column of ``periods`` tells progress however briefly.
    """
    told = [c for c, claim in claims.items() if claim and claim[0] is Part.PROGRESS]
    most = max((content.filled for content in contents.values()), default=0)
    worded = [c for c in told if contents[c].filled and (contents[c].states < 0.8 or c in periods)]
    for column, claim in claims.items():
        if claim and column in told and worded and column not in worded and contents[column].filled:
            claims[column] = Part.STATUS, claim[1]
        often = contents[column].filled * 2 >= most
        if claim and claim[0] is Part.STATUS and not told and often and contents[column].says_how_far:
            claims[column] = Part.PROGRESS, _PLAIN
    return claims
