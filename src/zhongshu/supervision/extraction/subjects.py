"""Who acts in a sentence: cutting it into segments, each with its subject, helpers and predicate."""

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
from .answering import answers_for_it
from .assignments import (
    ASSIGNED_BY,
    CALLED_BY,
    PROPOSED_BY,
    assigned,
    called,
    hands_it_to_another,
    person,
    proposer,
    spoken,
)
from .casting import MAY_JOIN, Segment, add_helpers, cast_roles, names_support
from .dates import Found
from .directory import Directory
from .handing_over import HANDED_OVER
from .leading import join_lead, only_leads
from .leadins import lead_in
from .letters import hurried
from .own_topics import both_dated, own_topic
from .roles import Cast
from .segmentation import NUMBERING, Piece, clauses, part_end
from .spoken import SPOKEN_TO
from .tenses import tells_past
from .unasked import is_released
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
_NOT_TOPIC = re.compile(
    r"会议(?:还|再次)?(?:听取|审议|同意|原则|要求|强调|决定|明确|指出|研究|认为|通过)|了(?!解)|审议|通过(?=《)"
)
_LIKELY_TO_ASK = re.compile(r"[\d；：]")
_MUST_JOIN = re.compile(r"(?:应当?|要|须)(?:积极|主动|密切|全力)?(?:配合|协助|支持)")


def read_segments(
    norm: str, start: int, end: int, dues: list[Found], directory: Directory | None
) -> list[Segment]:
    """The segments of the sentence ``start`` … ``end``, in order; at least one."""
    segments: list[Segment] = []
    waiting: int | None = None
    readers = _readers_for(norm, start, end, dues)
    for begin, stop in clauses(norm, start, end):
        if (
            segments
            and MAY_JOIN.search(norm, begin, stop)
            and not _goes_on(norm, begin, stop, end)
            and names_support(norm, begin, stop, segments[-1], directory)
        ):
            continue
        if segments and segments[-1].cast.lead and (person := answers_for_it(norm, begin, stop)):
            segments[-1].cast.add("leaders", [person], "cue.post")
            continue
        if dues and stop < end and _only_due(norm, begin, stop, dues):
            waiting = begin if waiting is None else waiting
            continue
        place, waiting = begin if waiting is None else waiting, None
        at = _skip(norm, begin, stop, dues)
        fresh = _subject(norm, begin, at, stop, readers, directory)
        if fresh is not None:
            fresh.start = place
            _begin(norm, segments, fresh, dues)
        elif not segments or norm[place - 1] == "；":
            _begin_nameless(norm, segments, Segment(place, stop, at))
        else:
            segments[-1].end = stop
            if segments[-1].cast.lead:
                add_helpers(norm, begin, stop, segments[-1].cast, directory)
    return _dated(segments or [Segment(start, end, start)], dues, end if waiting is not None else None)


def _readers_for(norm: str, start: int, end: int, dues: list[Found]) -> tuple[_Reader, ...]:
    """Those who may find a subject in a sentence; an organ by its place alone only where something is asked."""
    told = _readers_of(norm)
    return (*told, _FOUND) if dues or _LIKELY_TO_ASK.search(norm, start, end) else told


@lru_cache(maxsize=16)  # the sentences of a paragraph all ask
def _readers_of(norm: str) -> tuple[_Reader, ...]:
    return tuple([one for one in _READERS if not one.sign or one.sign.search(norm)])


def _goes_on(norm: str, begin: int, stop: int, end: int) -> bool:
    """会办单位应积极配合，将意见于1个月内函告主办单位: those that join in go on as subject."""
    after = norm[stop:end]
    return bool(
        norm[stop - 1 : stop] == "，"
        and _MUST_JOIN.search(norm, begin, stop)
        and re.match(r"(?:并)?(?:将|把|于|在|按时|及时|每|对)", after)
        and norm[stop - 2 : stop - 1] not in "责"
    )


def _begin(norm: str, segments: list[Segment], fresh: Segment, dues: list[Found]) -> None:
    """Open a segment with its own subject; what only led up to it goes with it."""
    if segments and only_leads(norm, segments[-1]) and fresh.actor == "actor.subject":
        join_lead(norm, segments.pop(), fresh)
    if not (
        segments and (both_dated(segments[-1], fresh, dues) or own_topic(norm, segments[-1], fresh, dues))
    ):
        _absorb_topic(norm, segments, fresh)
    segments.append(fresh)


def _begin_nameless(norm: str, segments: list[Segment], fresh: Segment) -> None:
    """Open a segment without subject; in a list after a colon (秘书科：…；…) it keeps the one before."""
    if segments and norm[segments[-1].predicate - 1] == "：":
        fresh.cast, fresh.actor = segments[-1].cast, segments[-1].actor
    elif segments and segments[0].cast.lead and _LISTED.search(norm, segments[0].predicate, fresh.start):
        fresh.cast, fresh.actor = Cast(lead=list(segments[0].cast.lead)), "actor.assigned"
        add_helpers(norm, fresh.start, fresh.end, fresh.cast, None)
    elif (
        segments
        and segments[-1].cast.lead
        and _ASKS.search(norm[fresh.predicate : part_end(norm, fresh.predicate)])
    ):
        fresh.cast, fresh.actor = Cast(lead=list(segments[-1].cast.lead)), "actor.shared"
    segments.append(fresh)


# 请贵局做好以下工作：一是…；二是…: each of them is asked of the same.
_LISTED = re.compile(r"(?:以下|下列|如下)[^，。；：]{0,8}：(?=一是|[①（(1一])")
_ASKS = re.compile(r"(?:^|，)(?:也|还)?(?:要|应|须|负责)(?![求素点件])")


def _dated(segments: list[Segment], dues: list[Found], end: int | None) -> list[Segment]:
    if end is not None:
        segments[-1].end = end
    for segment in segments:
        segment.dues = [d for d in dues if segment.start <= d.start < segment.end]
    return segments


_AROUND_A_DATE = re.compile(r"[在于自从到至，；。：\s]|其中|同时|并|前|力争|务必")


def _only_due(norm: str, start: int, end: int, dues: list[Found]) -> bool:
    """Whether a clause is nothing but a date: 在会后7日内，"""
    inner = [d for d in dues if start <= d.start and d.end <= end]
    if len(inner) != 1:
        return False
    rest = norm[start : inner[0].start] + norm[inner[0].end : end]
    return not _AROUND_A_DATE.sub("", rest)


def _absorb_topic(norm: str, segments: list[Segment], fresh: Segment) -> None:
    """对上报的结果，由A审核: the topic before an assigned subject belongs to it; so does a mere date."""
    if not segments or segments[-1].actor:
        return
    topic = norm[(last := segments[-1]).predicate : last.end]  # without 会议明确，
    paced = re.search(r"每[一二两三四五\d]?[年季月周半日]|定期", topic) and len(topic) > 16
    asks = _ASKS.search(topic) or (last.dues and "，" in topic.strip("，"))
    if (
        topic.endswith("；")
        or tells_past(topic)
        or len(topic) > 60
        or paced
        or asks
        or _NOT_TOPIC.search(topic)
        or is_released(topic)
    ):
        return
    fresh.start = last.start
    segments.pop()


def _skip(norm: str, start: int, end: int, dues: list[Found]) -> int:
    """Past numbering, 会议要求，, 请 and a leading date: where a subject may stand."""
    at, last = start, -1
    while last < at < end:
        last = at
        if numbered := NUMBERING.match(norm, at, end):
            at = numbered.end()
        if led_in := lead_in(norm, at, end):
            at = led_in.end()
        while at < end and norm[at] in " 　，：\t△、":
            at += 1
        for due in dues:
            if (
                at <= due.start <= at + 2
                and due.end < end
                and norm[at : due.start] in ("", "于", "在", "到", "自")
            ):
                at = due.end
    return at


def _subject(
    norm: str, start: int, at: int, end: int, readers: tuple[_Reader, ...], directory: Directory | None
) -> Segment | None:
    """The segment of whoever stands as subject at ``at`` of a clause, by the first of ``readers`` that names him."""
    for read, sign in readers:
        told = sign is None or sign.search(norm, start, end)
        if told and (segment := read(norm, start, at, end, directory)):
            return segment
    return None


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


class _Reader(NamedTuple):
    """Who reads a subject, and what finds a letter of which a clause must have one for that."""

    read: Read
    sign: re.Pattern[str] | None = None


_READERS = (
    _Reader(called, CALLED_BY),
    _Reader(_plain),
    _Reader(_assigned, ASSIGNED_BY),
    _Reader(proposer, PROPOSED_BY),
    _Reader(_told_by(told_subject), TOLD_BY),
    _Reader(_told_by(whose_thing), OWNED_BY),
    _Reader(_told_by(each_subject)),
    _Reader(_told_by(in_case), IN_CASE_OF),
    _Reader(spoken, SPOKEN_TO),
    _Reader(person),
)
_FOUND = _Reader(_found)
