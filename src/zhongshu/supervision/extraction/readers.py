"""Who may be found as the subject of a clause: the readers of a subject, in the order in which they are asked."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from .actors import (
    ATTRIBUTE,
    IN_CASE_OF,
    OWNED_BY,
    TOLD_BY,
    each_subject,
    found_subject,
    in_case,
    item_owner,
    post_subject,
    told_subject,
    units_or_their_post,
    whose_thing,
)
from .assignments import (
    ASSIGNED_BY,
    CALLED_BY,
    PROPOSED_BY,
    assigned,
    called,
    hand,
    hands_it_to_another,
    person,
    proposer,
    spoken,
)
from .casting import Segment, cast_roles
from .dates import Found
from .directory import Directory
from .doers import does_it, does_it_about
from .handing_over import HANDED_OVER
from .letters import hurried
from .segmentation import Piece
from .spoken import SPOKEN_TO
from .unit_lists import read_subject
from .vocabulary_cues import DELIVERABLE

Read = Callable[[str, int, int, int, Directory | None], Segment | None]
"""Reads who acts at a place of a clause."""
_RELATIVE_CLAUSE = re.compile(hurried(rf"(?:负责)?(?:{DELIVERABLE}|召开|出台|作出|提出|通过|批准){{1,2}}的"))
# A、B制定的文件，要报C备案: who made the thing is told what to do with it.
_ITS_PRODUCT = re.compile(
    r"(?:制定|报送|提交|上报|提出|起草|承担|办理|收到)的[^，。；]{1,14}，(?:应|须|要)(?!求|素|点)"
)
_PIVOT = re.compile(
    hurried(
        HANDED_OVER + r"|(?:等(?:\d{1,2}|[一二三四五六七八九十])?个?(?:有关|相关)?(?:部门|单位)?)?"
        r"(?:(?<=责任单位)为(?=[省市县区州镇乡各])|(?:均|都|也|已|曾|将)?(?:明确)?(?:要求|责成|通知|由(?=[^，。；]{2,16}负责))|指导(?=各|全市|全县|全区|下级))"
    )
)
_LIKELY_TO_ASK = re.compile(r"[\d；：]")


def _assigned(norm: str, start: int, at: int, end: int, directory: Directory | None) -> Segment | None:
    found = assigned(norm, start, at, end, directory)
    return found or (assigned(norm, start, start, end, directory) if at > start else None)


def _told_by(find: Callable[[str, int, int], list[Piece]]) -> Read:
    """Reads those whom ``find`` tells to act at a place."""

    def read(norm: str, start: int, at: int, end: int, directory: Directory | None) -> Segment | None:
        told = find(norm, at, end)
        return cast_roles(norm, start, end, told, "actor.told", "cue.subject", directory) if told else None

    return read


def _plain(norm: str, start: int, at: int, end: int, directory: Directory | None) -> Segment | None:
    pieces = units_or_their_post(norm, at, end, directory)
    cue = "cue.subject"
    if (
        pieces
        and _RELATIVE_CLAUSE.match(norm, pieces[-1][1], end)
        and not _ITS_PRODUCT.match(norm, pieces[-1][1])
    ):
        return None
    if pieces and (pivot := _PIVOT.match(norm, pieces[-1][1], end)):
        named = norm.endswith("为", 0, pivot.end())  # 责任单位为市水务集团，
        other = [p for p in read_subject(norm, pivot.end(), directory, closed=named) if p[1] <= end]
        pieces, cue = other or pieces, "cue.yaoqiu" if other else cue
    pieces = pieces or item_owner(norm, start, at, end, directory)
    if pieces and hands_it_to_another(norm, pieces[-1][1], end, directory):
        return None
    if not pieces:
        pieces, cue = post_subject(norm, at, end), "cue.post"
    if not pieces or ATTRIBUTE.match(norm, pieces[-1][1], end):
        return None
    named = norm.startswith(("：", "——"), pieces[-1][1]) or norm.endswith("要求", 0, at)
    return cast_roles(
        norm, start, end, pieces, "actor.assigned" if named else "actor.subject", cue, directory
    )


def _found(norm: str, start: int, at: int, end: int, directory: Directory | None) -> Segment | None:
    pieces = found_subject(norm, at, end, directory)
    return cast_roles(norm, start, end, pieces, "actor.found", "cue.subject", directory) if pieces else None


def _does(norm: str, start: int, at: int, end: int, directory: Directory | None) -> Segment | None:
    pieces = does_it(norm, at, end) or does_it_about(norm, at, end)
    return cast_roles(norm, start, end, pieces, "actor.subject", "cue.subject", directory) if pieces else None


class Reader(NamedTuple):
    """Who reads a subject, and what finds a letter of which a clause must have one for that."""

    read: Read
    sign: re.Pattern[str] | None = None


_READERS = (
    Reader(called, CALLED_BY),
    Reader(_plain),
    Reader(_assigned, ASSIGNED_BY),
    Reader(proposer, PROPOSED_BY),
    Reader(_told_by(told_subject), TOLD_BY),
    Reader(_told_by(whose_thing), OWNED_BY),
    Reader(_told_by(each_subject)),
    Reader(_told_by(in_case), IN_CASE_OF),
    Reader(spoken, SPOKEN_TO),
    Reader(person),
)
_FOUND = Reader(_found)
_IN_A_NOTE = (Reader(hand), *_READERS, Reader(_does))


def readers_for(norm: str, start: int, end: int, dues: list[Found], *, note: bool) -> tuple[Reader, ...]:
    """Those who may find a subject in a sentence; an organ by its place alone only where something is asked."""
    told = _readers_of(norm, note)
    return (*told, _FOUND) if dues or _LIKELY_TO_ASK.search(norm, start, end) else told


@lru_cache(maxsize=16)  # the sentences of a paragraph all ask
def _readers_of(norm: str, note: bool) -> tuple[Reader, ...]:
    asked = _IN_A_NOTE if note else _READERS
    return tuple([one for one in asked if not one.sign or one.sign.search(norm)])
