"""Weighing the evidence that a segment states a duty: who, must, what, when, how much – against exhortation, past, permission."""

from __future__ import annotations

import re
from typing import NamedTuple

from .carrying import DONE_TO, STRONG_VERB, by_system, carrying_clauses, charged_clauses, without_helpers
from .casting import Segment
from .cycles import Cycle
from .days_gone import STILL_ASKED, goes_on_looking_back
from .decided import sets_up
from .doers import BRISKLY
from .general import preaches
from .goals import reports_results
from .nameless import WITHOUT_ACTOR, says_too_little
from .projects import names_project
from .segmentation import Piece, clauses
from .targets import Figure
from .tenses import tells_past
from .unasked import asks_nothing
from .vocabulary_cues import (
    BESTOWED,
    CONDITIONAL,
    DEFINITION,
    DEONTIC,
    EXHORTATION,
    GOAL,
    PERMISSION,
    QUALIFIED,
    REPORTING,
    SANCTION,
)
from .weights import THRESHOLD, WEIGHTS

_UNDER_WAY = re.compile(
    r"(?:目前)?(?:也|还|仍)?(?:正在|正(?=[积抓组研编])|已(?!纳入|列入|[^，。；]{1,6}的)(?=[一-鿿]))"
)
_DEONTIC_AHEAD = re.compile(DEONTIC)
_IMPERATIVE = re.compile(
    r"全程|跟踪|一并|具体(?:承办|实施|组织|落实)|牵头|依法|依规|依纪|认真|切实|抓紧|及时|尽快|按时|按期|严格|做好|抓好|适时|全力|[一二三四五六七八九]是"
)
_ADOPTS = re.compile(r"(?:会议)?(?:原则)?(?:同意|通过|批准)(?!后)")
# 从5月1日起，: from when on it is to be done.
_BEGINS = re.compile(
    r"\s*[自从](?:即日|现在|明日|明天|[本下]周|[本下]月|\d{1,2}月|明年|今年\d|20\d\d年\d{1,2}月)[^，。；]{0,8}?(?:之日)?(?:起|开始)"
)


class Weighed(NamedTuple):
    """The verdict on a segment: the sum of its evidence, the codes, the clauses that carry it."""

    weight: float
    reasons: tuple[str, ...]
    carrying: tuple[Piece, ...]


_NOTHING = Weighed(0.0, (), ())


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
    if not (paced or counted) and least > WITHOUT_ACTOR and says_too_little(norm, segment):
        return _NOTHING
    helping: tuple[Piece, ...] = ()
    carrying = carrying_clauses(norm, segment.predicate, segment.end)
    if carrying and segment.cast.support:
        helping, carrying = carrying, without_helpers(norm, segment, carrying)
    if not carrying or by_system(segment) or norm.endswith("负责", 0, segment.predicate):
        stated = bool(segment.actor and paced)
        carrying = tuple(sorted({*charged_clauses(norm, segment, stated), *carrying})) or helping
    reasons = _who(segment) + _what(norm, segment, carrying) + _when(norm, segment, paced)
    if counted:
        reasons.append(_how_much(norm, segment, counted))
    weight = _sum(reasons)
    against = (
        _against(norm, segment, carrying, counted, sentence)
        if weight >= least
        else ["past"]
        if _is_over(norm, segment)
        else []
    )
    if weight >= least and not (paced or counted) and preaches(norm, segment):
        against.append("preached")
    if against:
        reasons += against
        weight = _sum(reasons)
    return Weighed(weight, tuple(reasons), carrying)


def _sum(reasons: list[str]) -> float:
    return sum(map(WEIGHTS.__getitem__, reasons))


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
    words = "".join([norm[a:b] for a, b in carrying])
    if STRONG_VERB.search(words) or DONE_TO.search(words) or (segment.in_series and BRISKLY.search(words)):
        reasons.append("verb.deliverable")
    elif carrying:
        reasons.append("verb.plain")
    if REPORTING.search(words):
        reasons.append("verb.reporting")
    if not segment.actor and sets_up(norm, segment):
        reasons.append("decided")
    if names_project(norm, carrying):
        reasons.append("project")
    return reasons


def _when(norm: str, segment: Segment, paced: list[Cycle]) -> list[str]:
    reasons = []
    if segment.dues:
        reasons.append("due.firm" if any(d.firm for d in segment.dues) else "due.vague")
        if any(d.firm and d.certain and d.is_fixed for d in segment.dues):
            reasons.append("due.by")
    if segment.actor and _BEGINS.match(norm, segment.start, segment.end):
        reasons.append("begins")
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
    must, close = bool(_DEONTIC_AHEAD.search(text)), text.rstrip("；。，\n ")
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
        and (segment.actor != "actor.assigned" or _is_told(norm, segment, sentence))
        and tells_past(norm[slice(*sentence)]),
        "permission": _permits(norm, segment, carrying),
        "definition": not sets_up(norm, segment) and bool(DEFINITION.search(head)),
        "condition": not segment.actor and bool(CONDITIONAL.search(text)),
        "nominal": close.endswith("的")
        and not close.endswith("新的")
        and (not segment.actor or all(norm[a:b].rstrip("；。，\n ").endswith("的") for a, b in carrying)),
        "rhetoric": not must and not segment.dues and _exhortations(norm, segment) > 1,
        "adoption": not segment.dues and _is_adopted(segment, head, text),
        "unasked": asks_nothing(text),
        "sanction": bool(SANCTION.search(head)) and len(carrying) < 2 and not _calls_in(segment, head),
    }
    if signs["past"]:
        signs["past.sentence"] = False
    return [reason for reason, found in signs.items() if found]


# 会议通报了上次实事办理情况，其中8件已办结，站点由区交通局增设: told, whoever was assigned.
_TOLD = re.compile(r"[^，。；：]{0,8}会议?(?:还|书面)?(?:通报|总结|回顾)了?(?=[^。：]*(?:已|了))")


def _is_adopted(segment: Segment, head: str, text: str) -> bool:
    """Whether the paper itself carries out what it says: 通过《…》; 市政府决定对…予以通报表扬."""
    if segment.actor:
        return "决定" in head and bool(BESTOWED.search(head))
    return bool(_ADOPTS.match(head) or BESTOWED.search(text))


def _is_told(norm: str, segment: Segment, sentence: Piece) -> bool:
    return not segment.dues and bool(_TOLD.match(norm, *sentence))


# 由县政府督查室约谈, 市纪委监委会同市委组织部约谈: who calls in whom is told to.
_CALLS_IN = re.compile(r"(?:对[^，。；]{2,40})?(?:进行|予以)?约谈(?!问责|、|或|和)")


def _calls_in(segment: Segment, head: str) -> bool:
    cues = [cue for _, _, cue in (*segment.cast.lead, *segment.cast.support)]
    told = segment.in_series or "cue.you" in cues or "cue.huitong" in cues
    return told and bool(_CALLS_IN.match(head))


def _permits(norm: str, segment: Segment, carrying: tuple[Piece, ...]) -> bool:
    """Whether the segment lets somebody do a thing; what must be done before (…，经同意，可以延期) is asked all the same."""
    by_word = segment.cast.lead and segment.cast.lead[-1][2] == "cue.you"  # 享受优先安置的，由教育局办理
    hit = PERMISSION.search(norm, segment.predicate if by_word else segment.start, segment.end)
    if not hit:
        return False
    must = _DEONTIC_AHEAD.search(norm, segment.start, hit.start())
    done = [d for d in segment.dues if d.firm and d.start < hit.start()]
    return not (must and done and any(stop <= hit.start() for _, stop in carrying))


def _is_over(norm: str, segment: Segment) -> bool:
    """Whether the segment tells what was done, is under way or is counted year by year."""
    text = norm[_where_it_asks(norm, segment) : segment.end]
    if tells_past(text) or segment.long_ago or _stands_in_a_report(norm, segment):
        return True
    if norm.startswith("要求", segment.end) and not _DEONTIC_AHEAD.search(text):
        return True
    yearly = "年均" in text and "合理区间" not in text
    return not segment.dues and bool(yearly or _UNDER_WAY.match(norm, segment.predicate))


def _where_it_asks(norm: str, segment: Segment) -> int:
    """客户认了，今天16时前…: from the clause on that has a day to come."""
    if not segment.ahead or not segment.actor:
        return segment.start
    day = next((d.start for d in segment.dues if d.firm and d.certain and d.is_fixed), segment.start)
    return max(segment.start, norm.rfind("，", segment.start, day) + 1)


def _stands_in_a_report(norm: str, segment: Segment) -> bool:
    """Whether what stands around the segment tells what was done, and nothing in it or before it asks for more."""
    if not segment.ahead and goes_on_looking_back(norm, segment.start, segment.end):
        return True
    if segment.actor or any(d.firm for d in segment.dues) or STILL_ASKED.search(norm):
        return False
    return tells_past(norm) and not GOAL.search(norm)


def _exhortations(norm: str, segment: Segment) -> int:
    """How many clauses of the segment ask for an attitude only."""
    pieces = clauses(norm, segment.predicate, segment.end)
    return sum(bool(EXHORTATION.match(norm[a:b].strip(" ，。；：\n"))) for a, b in pieces)
