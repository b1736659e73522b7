"""What each column claims to tell: its heading speaks, what it holds and the columns beside it object."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from .content import Content
from .headings import mixes, part_of_path
from .model import Part

Claim = tuple[Part, int]
"""A part, and how plainly it is claimed."""
_MOSTLY, _FEWEST, _WEAK, _PLAIN = 0.6, 3, 14, 20
_HALF, _SOME, _FEW, _FAIR, _BRIEF = 0.5, 0.3, 0.2, 18, 2
"""``_FAIR``: how plainly the cells alone say it, where no heading does."""
_IN_CHARGE = re.compile(r"(?:督[办查导促]|监[督管]|联[系络]).*(?:长|领导|书记|主任|主席|委员|经理|总)$")
"""督办行长: who sees to it, where nobody is named more directly."""
_STAGE = re.compile(r"^(?!.*(?:时间|日期|时限|期限)).*(?:里程碑|节点)")
"""里程碑节点, 控制节点: when something is due, or what is to be reached (主体封顶)."""


def claim_of(path: tuple[str, ...], content: Content) -> Claim | None:
    """What a heading claims, put right where the cells say otherwise."""
    claim = part_of_path(path)
    if claim is None or not content.filled:
        return claim
    if claim[0] is Part.DUE and _STAGE.search(path[-1]) and content.tells_what:
        return Part.TASK, _FAIR - 1
    if claim[0] is Part.DUE and content.long >= _MOSTLY and mixes(path[-1], Part.TASK):
        return Part.TASK, _PLAIN
    return _below_days(path, content) or _put_right(*claim, content) if claim[0] is not Part.OTHER else claim


def _below_days(path: tuple[str, ...], content: Content) -> Claim | None:
    """时间节点 over 沟通走访 and 正式答复, each with its days: what the wider heading claims."""
    above = part_of_path(path[:-1]) if content.days >= _MOSTLY else None
    return above if above and above[0] is Part.DUE else None


def _put_right(part: Part, weight: int, content: Content) -> Claim:
    """The claim, put right where what the column holds says otherwise."""
    if content.counted and part is not Part.NUMBER:
        return Part.OTHER, weight
    if part is Part.LEADER and content.units >= 0.7 and content.people < 0.3:
        return Part.LEAD, 15
    if part in (Part.LEAD, Part.SUPPORT) and content.people >= 0.7 and content.units < 0.3:
        return Part.LEADER, weight - 6
    if part in (Part.LEAD, Part.SUPPORT) and weight < _PLAIN and _says_what_to_do(content):
        return Part.TASK, _WEAK
    if part is Part.PROGRESS and weight <= _FAIR and content.repeated >= _SOME and content.states < _SOME:
        return Part.CATEGORY, _WEAK
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
    if part is Part.PROGRESS and _only_marks(content):
        return Part.STATUS, weight
    if part is Part.CATEGORY and content.roles >= 0.8:
        return Part.OTHER, weight
    return part, weight


def _only_marks(content: Content) -> bool:
    """Whether a column holds ticks or codes (A, B), nearly always, or mostly beside other brief words (退件)."""
    return max(content.ticks, content.codes) >= (0.8 if content.length > _BRIEF else _MOSTLY)


def _says_what_to_do(content: Content) -> bool:
    """我们怎么办 over 检修冷水机组2台: measures, and no units at all."""
    return content.measures >= _HALF and not content.units and content.people < _SOME


def heard_together(
    claims: dict[int, Claim | None], contents: Mapping[int, Content], periods: Collection[int]
) -> dict[int, Claim | None]:
    """The claims heard together: mere states beside told progress are the status, a told status alone is the progress.

    A column of ``periods`` tells progress however briefly.
    """
    told = [c for c, claim in claims.items() if claim and claim[0] is Part.PROGRESS]
    most = max((content.filled for content in contents.values()), default=0)
    worded = [c for c in told if contents[c].filled and (_in_words(contents[c]) or c in periods)]
    for column, claim in claims.items():
        if claim and column in told and worded and column not in worded and contents[column].filled:
            claims[column] = Part.STATUS, claim[1]
        often = contents[column].filled * 2 >= most
        if claim and claim[0] is Part.STATUS and not told and often and contents[column].says_how_far:
            claims[column] = Part.PROGRESS, _PLAIN
    return claims


def _in_words(content: Content) -> bool:
    return max(content.states, content.numbers) < 0.8


def heard_by_all(
    claims: dict[int, Claim | None], paths: Mapping[int, tuple[str, ...]], contents: Mapping[int, Content]
) -> dict[int, Claim | None]:
    """The claims with the measures, the faults that they mend and the person in charge that no heading names plainly."""
    task = _measures(claims, contents)
    if task is not None:
        claims = claims | {task: (Part.TASK, _FAIR)}
    fault = _faults(claims, contents)
    if fault is not None:
        claims = claims | {fault: (Part.PROBLEM, _FAIR)}
    if not any(contents[c].people >= _HALF for c in _telling(claims, Part.LEADER)):
        heads = ((c, path[-1]) for c, path in paths.items() if path and contents[c].people >= _MOSTLY)
        chief = next((c for c, head in heads if _IN_CHARGE.search(head)), None)
        claims = claims | ({chief: (Part.LEADER, _FAIR)} if chief is not None else {})
    return claims


def _measures(claims: Mapping[int, Claim | None], contents: Mapping[int, Content]) -> int | None:
    """The column of measures (补做报告43份), where none is headed as the tasks; left of how far they are."""
    if any(contents[c].filled for c in _telling(claims, Part.TASK)):
        return None
    how_far = (c for c in _telling(claims, Part.PROGRESS) if contents[c].faults < _HALF)
    ends = min(how_far, default=len(claims) + min(claims, default=0))
    begins = max((c for c in _telling(claims, Part.PROBLEM) if c < ends), default=-1)
    open_to = (c for c in _left_open(claims) if begins < c < ends)
    return next((c for c in open_to if contents[c].measures >= _MOSTLY and _says_its_own(contents[c])), None)


def _faults(claims: Mapping[int, Claim | None], contents: Mapping[int, Content]) -> int | None:
    """The column of faults left of the measures that mend them, where none is headed as the problems."""
    task = max(_telling(claims, Part.TASK), key=lambda c: (claims[c] or (None, 0))[1], default=None)
    headed = any(contents[c].filled for c in _telling(claims, Part.PROBLEM))
    if task is None or headed or not _mends(contents[task]):
        return None
    vague = [c for c in _telling(claims, Part.PROGRESS) if (claims[c] or (None, 0))[1] <= _FAIR]
    left = (c for c in sorted({*_left_open(claims), *vague}) if c < task and contents[c].faults >= _HALF)
    return next((c for c in left if contents[c].measures < _SOME and _says_its_own(contents[c])), None)


def _mends(content: Content) -> bool:
    return content.measures >= _HALF or content.faults <= _FEW


def _says_its_own(content: Content) -> bool:
    return content.tells and min(content.texts, content.distinct) >= _MOSTLY


def _telling(claims: Mapping[int, Claim | None], part: Part) -> Iterator[int]:
    return (c for c, claim in claims.items() if claim and claim[0] is part)


def _left_open(claims: Mapping[int, Claim | None]) -> Iterator[int]:
    """The columns that no heading, or one that only sets them aside, speaks for."""
    return (c for c, claim in claims.items() if claim is None or claim[0] is Part.OTHER)
