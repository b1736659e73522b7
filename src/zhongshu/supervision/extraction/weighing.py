"""Weighing the evidence that a segment states a duty: who, must, what, when, how much – against exhortation, past, permission."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from .casting import Segment
from .cycles import Cycle
from .goals import reports_results
from .projects import PROJECT
from .roles import TASK_LABEL
from .segmentation import Piece, clauses
from .targets import Figure
from .tenses import tells_past
from .vocabulary_cues import (
    BESTOWED,
    CONDITIONAL,
    DEFINITION,
    DELIVERABLE,
    DEONTIC,
    EXHORTATION,
    GOAL,
    PERMISSION,
    QUALIFIED,
    REPORTING,
    SANCTION,
    STRONG,
)
from .weights import THRESHOLD, WEIGHTS

_UNDER_WAY = re.compile(
    r"(?:目前)?(?:也|还|仍)?(?:正在|正(?=[积抓组研编])|已(?!纳入|列入|[^，。；]{1,6}的)(?=[一-鿿]))"
)
_DEONTIC_AHEAD = re.compile(DEONTIC)
_TIME_WORD = re.compile(
    r"\d|[月年季]底|年内|[上下]半年|季度|周[一二三四五]|[节期学]之?前|汛前|五一|十一|国庆|元旦|春节|中秋|端午"
)
_OBTAINED = re.compile(
    r"取得|获批|获得|拿到|到位|投用|投产|通车|开通|清零|销号|见效|恢复|投运|送电|建成|启用|运行|运营|开园|开业|复工|复产|归零|化解|交付|入住|供[水暖气]|通[水电气]|抢通|保通|畅通|完工|封顶|达标|清表"
)
_BY_MEANS = re.compile(rf"(?:方式|形式|渠道|平台|途径|程序|规定)(?:{DELIVERABLE})")
# 在窗口部位添加标识, 在网站公布名单: where it is done, and what.
_WHERE = re.compile(
    rf"[在于][^，]{{1,20}}(?:部位|位置|区域|场所|地点|路段|路口|入口|出口|门口|网站?|平台|公众号|公示栏|公告栏|范围|一线|现场|媒体|内|处|(?<!会)上)(?:上|内|中)?(?:{DELIVERABLE})"
)
_BY_OFFICE = re.compile(
    rf"(?:根据|按照|依据|依照|结合|按)[^，]{{0,12}}(?:职责|职能|分工|实际|规定|需要|意见|要求|方案|计划|标准|程序|批示|部署|安排)(?:{DELIVERABLE})"
)
_DECIDED = re.compile("(?:决定|议定|明确|同意|研究)[，：]?$")
_SET_UP = re.compile("(?:成立|设立|组建)(?!由)[^，。；]{4,}")
_HANDLED = re.compile(r"将|把|对|(?:在|于)[^，]{2,40}[前内]\S{3}")
_MUST = re.compile(rf".{{0,3}}?{DEONTIC}")
_IMPERATIVE = re.compile(
    r"全程|具体(?:承办|实施|组织|落实)|牵头|依法|认真|切实|抓紧|及时|尽快|按时|按期|严格|做好|抓好|适时|全力|[一二三四五六七八九]是"
)
_DELIVERABLE = re.compile(DELIVERABLE)
STRONG_VERB = re.compile(STRONG)
_ROLE_ONLY = re.compile(
    r"(?:牵头负责|具体负责|共同负责|分工负责(?:、推进落实|、抓好落实)?|牵头|负责|配合|参与|抓好落实|具体抓)"
)
_ADVERBIAL = re.compile(
    r"(?:根据|按照|依据|依照|围绕|为了|以便)[^，]*(?:要求|目标|精神|规定|部署|意见|原则|情况|安排|分工|职责|标准|内容|重点|计划|需要|实际)$"
    r"|以[^，]{2,40}为(?:依托|重点|核心|基础|抓手|主线|目标|引领|契机|导向|统领|载体)$"
    r"|(?:在|于|自|从|待|经)[^，]{2,40}(?:前|后|内|时|之日起|期间|的基础上|的同时|条件下|过程中|前提下|同意|批准)$|[^，]{2,30}(?:以后|之后|完成后|审核后|审定后)$"
)
# 不属于本单位办理的，; 会议材料汇总后，; 环评文件报批时，: on what condition, before what is to be done.
_CONDITION = re.compile(r"[^目]的$|(?<![今先善落滞以随然])后$|(?<![及按限届准适随同小临])时$")
# 项目部承担的征拆任务，要…: whose thing it is, told before what is to be done with it.
_THEIRS = re.compile(r"(?:承担|负责|承办|制定|提出|起草|收到|报送)的[^，。；]{2,14}$")
_TITLE = re.compile(r"《[^《》]*》")
_ADOPTS = re.compile(r"(?:会议)?(?:原则)?(?:同意|通过|批准)(?!后)")
_DIRECTED = re.compile(
    r"^现(?:将|就|予)|(?:作出|做出|作了?)[^，。；]{0,8}(?:批示|指示|讲话|部署)$"
)  # told, not asked
_IS_BODY = re.compile(r"是(?!否)[^，。；]{2,30}(?:主体|责任人|部门|单位|机构)$")
_MANNER = re.compile(r"(?:根据|按照|依据|依照|围绕|结合|针对|以便|从而|为了|按|通过|在)[^，]*$")


class Weighed(NamedTuple):
    """The verdict on a segment: the sum of its evidence, the codes, the clauses that carry it."""

    weight: float
    reasons: tuple[str, ...]
    carrying: tuple[Piece, ...]


def weigh(
    norm: str,
    segment: Segment,
    figures: list[Figure],
    cycles: list[Cycle],
    sentence: Piece,
    least: float = THRESHOLD,
) -> Weighed:
    """The evidence that ``segment`` of the sentence at ``sentence`` states a duty.

    Where all that speaks for it stays below ``least``, of what speaks against it only the past is asked.
    """
    paced = [c for c in cycles if segment.start <= c[0] < segment.end] if cycles else cycles
    counted = [f for f in figures if segment.start <= f.start < segment.end] if figures else figures
    carrying = carrying_clauses(norm, segment.predicate, segment.end)
    if not carrying or norm.endswith("负责", 0, segment.predicate):
        stated = bool(segment.actor and paced)
        carrying = tuple(sorted({*_charged(norm, segment, stated), *carrying}))
    reasons = _who(segment) + _what(norm, segment, carrying) + _when(segment, paced)
    if counted:
        reasons.append(_how_much(norm, segment, counted))
    if _sum(reasons) >= least:
        reasons += _against(norm, segment, carrying, counted, sentence)
    elif _is_over(norm, segment):
        reasons.append("past")
    return Weighed(_sum(reasons), tuple(reasons), carrying)


def _sum(reasons: list[str]) -> float:
    return sum(map(WEIGHTS.__getitem__, reasons))


def _charged(norm: str, segment: Segment, stated: bool) -> list[Piece]:
    """A负责工业节能: what one is in charge of counts without a verb; so does what has a date."""
    charged = segment.actor and norm.endswith("负责", 0, segment.predicate)
    if segment.cast.lead and _ROLE_ONLY.fullmatch(norm[segment.predicate : segment.end].strip("，。；：\n ")):
        topic = segment.cast.lead[0][0] - segment.start > 4 and segment.actor == "actor.assigned"
        return [(segment.start, segment.end)] if topic else []
    told = segment.actor and _MUST.match(norm, max(segment.start, segment.predicate - 4), segment.end)
    if not charged and not stated and not told and not any(d.firm for d in segment.dues):
        return []
    pieces = clauses(norm, segment.predicate, segment.end)
    least = 2 if charged else 4
    return [p for p in pieces if not _empty(norm[slice(*p)].strip(" ，。；：\n"), least)][:1]


def _empty(text: str, least: int) -> bool:
    """A clause that says how or why, asks for an attitude only or has fewer than ``least`` letters."""
    return len(text) < least or bool(
        _DIRECTED.search(text)
        or EXHORTATION.match(text)
        or _ADVERBIAL.match(text)
        or (_MANNER.match(text) and not _HANDLED.search(text))
    )


@lru_cache(maxsize=512)
def carrying_clauses(norm: str, start: int, end: int) -> tuple[Piece, ...]:
    """The clauses of a predicate that ask for something, not merely for an attitude."""
    found = []
    for begin, stop in clauses(norm, start, end):
        text = _TITLE.sub("《》", norm[begin:stop].strip(" ，。；：\n"))
        if TASK_LABEL.fullmatch(norm, begin, stop):
            continue
        if norm[stop - 1 : stop] == "，" and (_CONDITION.search(text) or _THEIRS.match(text)):
            continue
        if (
            len(text) < 2
            or _DIRECTED.search(text)
            or _IS_BODY.match(text)
            or _ROLE_ONLY.fullmatch(text)
            or _ADVERBIAL.match(text)
        ):
            continue
        if EXHORTATION.match(text) and not REPORTING.search(text) and not _ensured(text):
            continue
        shown = (
            STRONG_VERB.search(text) or _BY_MEANS.search(text) or _WHERE.match(text) or _BY_OFFICE.match(text)
        )
        if _MANNER.match(text) and not shown:
            continue
        if _DELIVERABLE.search(text) or REPORTING.search(text):
            found.append((begin, stop))
    return tuple(found)


def _ensured(text: str) -> bool:
    """确保6月底前完成整改 asks for a thing; 确保各项工作落实 does not."""
    reached = STRONG_VERB.search(text) or _OBTAINED.search(text)
    return text.startswith(("确保", "力争")) and bool(_TIME_WORD.search(text) and reached)


def _who(segment: Segment) -> list[str]:
    if not segment.actor:
        return []
    told = [segment.actor]
    if segment.cast.support:
        told.append("actor.helped")
    if segment.in_series:
        told.append("series")
    return told


def _what(norm: str, segment: Segment, carrying: tuple[Piece, ...]) -> list[str]:
    reasons = []
    text = norm[segment.start : segment.end]
    if (
        _DEONTIC_AHEAD.search(text)
        or "负责" in text
        or (segment.actor and _IMPERATIVE.search(text))
        or (carrying and any(d.firm for d in segment.dues) and GOAL.search(text))
    ):
        reasons.append("modality")
    words = "".join(norm[a:b] for a, b in carrying)
    if STRONG_VERB.search(words):
        reasons.append("verb.deliverable")
    elif carrying:
        reasons.append("verb.plain")
    if REPORTING.search(words):
        reasons.append("verb.reporting")
    if not segment.actor and _sets_up(norm, segment):
        reasons.append("decided")
    if any(PROJECT.match(norm[a:b].rstrip("，。；：")) for a, b in carrying):
        reasons.append("project")
    return reasons


def _sets_up(norm: str, segment: Segment) -> bool:
    """会议决定，成立…专班: the meeting itself asks for it."""
    said = norm[max(0, segment.predicate - 8) : segment.predicate]
    return bool(_DECIDED.search(said) and _SET_UP.match(norm, segment.predicate))


def _when(segment: Segment, paced: list[Cycle]) -> list[str]:
    reasons = []
    if segment.dues:
        reasons.append("due.firm" if any(d.firm for d in segment.dues) else "due.vague")
        if any(d.firm and d.certain and d.iso for d in segment.dues):
            reasons.append("due.by")
    if paced:
        reasons.append("cycle.firm" if paced[0][2] == "cue.cycle" else "cycle.vague")
    return reasons


def _how_much(norm: str, segment: Segment, counted: list[Figure]) -> str:
    text = norm[segment.start : segment.end]
    if GOAL.search(text) and any(f.measured or f.qualified for f in counted):
        return "target.goal"
    return (
        "target.qualified"
        if QUALIFIED.search(text) and any(f.qualified for f in counted)
        else "target.figure"
    )


def _against(
    norm: str, segment: Segment, carrying: tuple[Piece, ...], counted: list[Figure], sentence: Piece
) -> list[str]:
    text = norm[segment.start : segment.end]
    head = norm[segment.predicate : segment.end]
    must = bool(_DEONTIC_AHEAD.search(text))
    signs = {
        "results": not segment.actor
        and not segment.dues
        and not must
        and not GOAL.search(text)
        and reports_results(counted),
        "exhortation": not carrying and not counted,
        "past": _is_over(norm, segment),
        "past.sentence": not must
        and not segment.ahead
        and segment.actor != "actor.assigned"
        and tells_past(norm[slice(*sentence)]),
        "permission": bool(PERMISSION.search(text)),
        "definition": not _sets_up(norm, segment) and bool(DEFINITION.search(head)),
        "condition": not segment.actor and bool(CONDITIONAL.search(text)),
        "nominal": text.rstrip("；。，\n ").endswith("的")
        and (not segment.actor or all(norm[a:b].rstrip("；。，\n ").endswith("的") for a, b in carrying)),
        "rhetoric": not must and not segment.dues and _exhortations(norm, segment) > 1,
        "adoption": not segment.actor
        and not segment.dues
        and bool(_ADOPTS.match(head) or BESTOWED.search(text)),
        "sanction": bool(SANCTION.search(head)) and len(carrying) < 2,
    }
    if signs["past"]:
        signs["past.sentence"] = False
    return [reason for reason, found in signs.items() if found]


def _is_over(norm: str, segment: Segment) -> bool:
    """Whether the segment tells what was done, is under way or is counted year by year."""
    text = norm[segment.start : segment.end]
    if tells_past(text) or segment.long_ago:
        return True
    if norm.startswith("要求", segment.end) and not _DEONTIC_AHEAD.search(text):
        return True
    yearly = "年均" in text and "合理区间" not in text
    return not segment.dues and bool(yearly or _UNDER_WAY.match(norm, segment.predicate))


def _exhortations(norm: str, segment: Segment) -> int:
    """How many clauses of the segment ask for an attitude only."""
    pieces = clauses(norm, segment.predicate, segment.end)
    return sum(bool(EXHORTATION.match(norm[a:b].strip(" ，。；：\n"))) for a, b in pieces)
