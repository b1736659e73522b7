"""Who may be found as the subject of a clause: the readers of a subject, in the order in which they are asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from .actors import (
    ATTRIBUTE,
    IN_CASE_OF,
    OF_EACH,
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
    TAKING_CHARGE,
    assigned,
    called,
    hand,
    hands_it_to_another,
    person,
    proposer,
    spoken,
)
from .casting import Segment, cast_roles
from .cycles import Cycle
from .dates import Found
from .directory import Directory
from .doers import does_it, does_it_about
from .handing_over import HANDED_OVER
from .letters import foretold, hurried
from .named_first import named_first
from .names import LAST_LETTERS, is_unit
from .segmentation import Piece
from .spoken import DIVISIONS_OF_A_HOUSE, SPOKEN_TO
from .spoken_systems import act_by_name, act_by_system
from .unit_lists import read_subject
from .vocabulary_cues import DELIVERABLE
from .written_lists import split_list

Read = Callable[[str, int, int, int, Directory | None], Segment | None]
"""Reads who acts at a place of a clause."""
_RELATIVE_CLAUSE = re.compile(foretold(rf"(?:负责)?(?:{DELIVERABLE}|召开|出台|作出|提出|通过|批准){{1,2}}的"))
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


# 食堂也, 后勤科都要, 财政局要在: what may stand between a name and the time by which something is to be done.
_UP_TO_A_TIME = re.compile(
    r"(?:这?[几两三]家)?(?:那边|这边)?(?:会[前后]|散会后|回[来去]后)?(?:也|还|都|均|就|再|先)?(?:要|应|须|请)?(?:[于在从自]|最[迟晚]|务必|争取|力争|赶在)?$"
)
_LONGEST_BEFORE = 40
_BEFORE_A_TIME = (
    LAST_LETTERS
    | set("级边前后也还都均就再先要应须请于在从自迟晚必取争到")
    | {name[-1] for name in DIVISIONS_OF_A_HOUSE}
)
# 慰问品民政局1月15日前…, 值班表办公室下周五前…: what it is about, before who does it.
_THING_FIRST = re.compile(
    r"(?![把将由请让对])[^，。；：、]{0,10}?(?:[表单账款费品票稿图证册书]|材料|方案|通知|报告|预算|计划|总结|名单|台账|清单|记录|初稿|问题|照片|物资|数据|合同|发票|档案|病历|尾款|设备|车辆|会场|工作|[事活])(?:的事)?(?=[一-鿿]{2,}?$)"
)
# 院长办公会每两周…, 镇村两级每天…
_MEETS_OR_LEVELS = re.compile(
    r"[一-鿿]{2,6}(?:办公会|常务会|党委会|党组会|班子会)|[市县区镇乡村组校院系厂科班]{2,3}[两三]级"
)
_RUNS_BY_ITSELF = ("系统", "线路", "平台")


def _named(name: str, directory: Directory | None) -> bool:
    """Whether a name right before a time is that of a unit."""
    if is_unit(name, directory):
        return not name.endswith(_RUNS_BY_ITSELF)
    return name in DIVISIONS_OF_A_HOUSE or bool(_MEETS_OR_LEVELS.fullmatch(name))


def before_a_time(times: tuple[int, ...]) -> Read:
    """Reads the units of which the name ends where one of ``times`` begins (供销社|冬至前, 检修班|每半年)."""

    def read(norm: str, start: int, at: int, end: int, directory: Directory | None) -> Segment | None:
        for time in times:
            if not at + 1 < time < min(end, at + _LONGEST_BEFORE) or norm[time - 1] not in _BEFORE_A_TIME:
                continue
            link = _UP_TO_A_TIME.search(norm, at, time)
            stop = link.start() if link else time
            thing = _THING_FIRST.match(norm, at, stop)
            for begin in (at, thing.end()) if thing else (at,):
                pieces = split_list(norm, begin, stop, directory)
                if pieces and pieces[0][0] == begin and all(_named(norm[a:b], directory) for a, b in pieces):
                    return cast_roles(norm, start, end, pieces, "actor.subject", "cue.subject", directory)
        return None

    return read


_READERS = (
    Reader(called, CALLED_BY),
    Reader(_plain),
    Reader(_assigned, ASSIGNED_BY),
    Reader(proposer, PROPOSED_BY),
    Reader(_told_by(told_subject), TOLD_BY),
    Reader(_told_by(whose_thing), OWNED_BY),
    Reader(_told_by(each_subject), OF_EACH),
    Reader(_told_by(in_case), IN_CASE_OF),
    Reader(spoken, SPOKEN_TO),
    Reader(person, TAKING_CHARGE),
)
_FOUND = Reader(_found)
_IN_A_NOTE = (
    Reader(hand),
    Reader(act_by_system),
    Reader(named_first),
    *_READERS,
    Reader(_does),
    Reader(act_by_name),
)


def readers_for(
    norm: str, start: int, end: int, dues: list[Found], cycles: Sequence[Cycle], *, note: bool
) -> tuple[Reader, ...]:
    """Those who may find a subject in a sentence; an organ by its place alone only where something is asked."""
    told = _readers_of(norm, note)
    times = tuple([at for at in (*[d.start for d in dues], *[c[0] for c in cycles]) if start < at < end])
    if times:
        place = 1 + next(i for i, one in enumerate(told) if one.read is _plain)
        told = (*told[:place], Reader(before_a_time(times)), *told[place:])
    return (*told, _FOUND) if dues or _LIKELY_TO_ASK.search(norm, start, end) else told


@lru_cache(maxsize=16)  # the sentences of a paragraph all ask
def _readers_of(norm: str, note: bool) -> tuple[Reader, ...]:
    asked = _IN_A_NOTE if note else _READERS
    return tuple([one for one in asked if not one.sign or one.sign.search(norm)])
