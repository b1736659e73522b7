"""Who acts in a sentence: cutting it into segments, each with its subject, helpers and predicate."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .answering import answers_for_it
from .casting import MAY_JOIN, Segment, add_helpers, names_support
from .cycles import Cycle
from .dates import Found
from .directory import Directory
from .doer_last import done_by
from .leading import join_lead, only_leads
from .leadins import lead_in
from .own_topics import both_dated, own_topic, share_the_day
from .readers import Reader, readers_for
from .roles import Cast
from .segmentation import NUMBERING, clauses, part_end
from .spoken_systems import lends_a_hand, parted
from .tenses import tells_past
from .unasked import is_released

_NOT_TOPIC = re.compile(
    r"会议(?:还|再次)?(?:听取|审议|同意|原则|要求|强调|决定|明确|指出|研究|认为|通过)|了(?!解)|审议|通过(?=《)"
)
_MUST_JOIN = re.compile(r"(?:应当?|要|须)(?:积极|主动|密切|全力)?(?:配合|协助|支持)")


def read_segments(
    norm: str,
    start: int,
    end: int,
    dues: list[Found],
    directory: Directory | None,
    cycles: Sequence[Cycle] = (),
    *,
    note: bool = False,
) -> list[Segment]:
    """The segments of the sentence ``start`` … ``end`` of a paper, or of a ``note``, in order; at least one."""
    segments: list[Segment] = []
    waiting: int | None = None
    readers = readers_for(norm, start, end, dues, cycles, note=note)
    pieces = clauses(norm, start, end)
    for begin, stop in parted(norm, pieces) if note else pieces:
        if segments and _only_joins_in(norm, (begin, stop, end), segments[-1], directory, note=note):
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
    return _dated(norm, segments or [Segment(start, end, start)], dues, end if waiting is not None else None)


def _only_joins_in(
    norm: str, place: tuple[int, int, int], last: Segment, directory: Directory | None, *, note: bool
) -> bool:
    """Whether a clause (where it begins, where it stops, where its sentence ends) only tells who joins in."""
    begin, stop, _ = place
    may = MAY_JOIN.search(norm, begin, stop) and not _goes_on(norm, *place)
    if may and names_support(norm, begin, stop, last, directory):
        return True
    return note and lends_a_hand(norm, begin, stop, last)


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
    if segments and _puts_in_charge(norm, segments[-1], fresh):
        return
    if segments and only_leads(norm, segments[-1]) and fresh.actor == "actor.subject":
        join_lead(norm, segments.pop(), fresh)
    if not (
        segments and (both_dated(segments[-1], fresh, dues) or own_topic(norm, segments[-1], fresh, dues))
    ):
        if segments and done_by(norm, segments[-1], fresh):
            last = segments.pop()
            fresh.start, fresh.predicate, fresh.actor = last.start, last.predicate, "actor.assigned"
        _absorb_topic(norm, segments, fresh, dues)
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
_MUST_DO = re.compile("务必|必须")
_ASKS = re.compile(r"(?:^|，)(?:也|还)?(?:要|应|须|负责)(?![求素点件])")


def _dated(norm: str, segments: list[Segment], dues: list[Found], end: int | None) -> list[Segment]:
    if end is not None:
        segments[-1].end = end
    for segment in segments:
        segment.dues = [d for d in dues if segment.start <= d.start < segment.end]
    share_the_day(norm, segments, dues)
    return segments


_AROUND_A_DATE = re.compile(r"[在于自从到至，；。：\s]|其中|同时|并|前|力争|务必")


def _only_due(norm: str, start: int, end: int, dues: list[Found]) -> bool:
    """Whether a clause is nothing but a date: 在会后7日内，"""
    inner = [d for d in dues if start <= d.start and d.end <= end]
    if len(inner) != 1:
        return False
    rest = norm[start : inner[0].start] + norm[inner[0].end : end]
    return not _AROUND_A_DATE.sub("", rest)


def _absorb_topic(norm: str, segments: list[Segment], fresh: Segment, dues: list[Found]) -> None:
    """对上报的结果，由A审核: the topic before an assigned subject belongs to it; so does a mere date."""
    if not segments or segments[-1].actor:
        return
    topic = norm[(last := segments[-1]).predicate : last.end]  # without 会议明确，
    paced = re.search(r"每[一二两三四五\d]?[年季月周半日]|定期", topic) and len(topic) > 16
    asks = _ASKS.search(topic) or (
        _MUST_DO.search(topic) and any(last.start <= d.start < last.end for d in dues)
    )
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
    norm: str, start: int, at: int, end: int, readers: tuple[Reader, ...], directory: Directory | None
) -> Segment | None:
    """The segment of whoever stands as subject at ``at`` of a clause, by the first of ``readers`` that names him."""
    for read, sign in readers:
        told = sign is None or sign.search(norm, start, end)
        if told and (segment := read(norm, start, at, end, directory)):
            return segment
    return None


_IN_CHARGE = re.compile("(?:[主总]抓|主办|主责|为主|总?牵头|抓总|总?负责|[挑打领]头|牵着)(?:[，。；]|$)")


def _puts_in_charge(norm: str, last: Segment, fresh: Segment) -> bool:
    """住建和城管：…，城管主抓: one of those told before is put in charge, and the others of them join in."""
    if len(last.cast.lead) < 2:
        return False
    charged = [norm[a:b] for a, b, _ in fresh.cast.lead]
    others = [read for read in last.cast.lead if norm[slice(*read[:2])] not in charged]
    if not charged or len(last.cast.lead) != len(others) + len(charged) or not others:
        return False
    if not _IN_CHARGE.match(norm, fresh.cast.lead[-1][1], fresh.end):
        return False
    last.cast.lead, last.end = list(fresh.cast.lead), fresh.end
    last.cast.add("support", [(a, b) for a, b, _ in others], "cue.peihe")
    return True
