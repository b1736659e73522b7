"""Reading deadlines out of text: a day, a rule counted from an event, or a recurring date. Never a guess in the past."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from .days_ahead import lies_ahead
from .days_listed import first_of_row, opens_row
from .due_absolute import READERS, Reading
from .due_events import earlier_event, event_of
from .due_grammar import CELL_VAGUE, EITHER_EVE, EVENT_EVE, SOMETHING_COMES
from .due_recurring import recurring
from .due_shapes import Shape, hits_of, shapes_in
from .due_standing import is_deadline, states_when
from .event_places import event_start, follows_event
from .model import FROM_THE_NOTE, Due
from .note_days import noted_days
from .occasions import occasion
from .paced_days import of_the_pace
from .periods import counted, period
from .quotations import inside_quotes
from .segmentation import Piece
from .spans import Passage

_FROM_NOW = re.compile(r"[自从]?(?:即日|今[日天]|现在|今)(?:起|后|之日起)$")
# A number of days that is itself what is to be reached (审批时间压缩至90个工作日以内), not when.
_MEASURE_BEFORE = re.compile(
    r"(?:压缩|压减|缩减|缩短|控制|降低|精简|减少|限制|不超过|稳定|提速|[压降缩控减提](?=[到至]))(?:到|至|为|在)?(?:\d+\.)?$|(?:不超过|超过|小于|少于|近|连续|提前|有效期为?)$"
)
_HAPPENED = re.compile(
    r"(?:累计|连续)?(?:发生|出现|形成|产生|受到|有过?)[^，。；]{0,8}的|累计|连续|[仍还将]有"
)  # 24个月内发生的事故
_SUPPOSED = re.compile(r"一旦|如(?:有|遇|发现)|若(?:有|遇|发现)|发现.{1,10}(?:要|应)|保证|确保")
# 应当在3个月内答复: a rule, counted anew each time; so is what a plan of measures says.
_RULE_FOR_ALL = re.compile(
    r"应(?![急用对])|不得|可以|措施：|第[一二三四五六七八九十\d]+条|一旦|发现|凡|查出|所在|后(?![续勤])|之日"
)
# 每年安排经费…，次年1月10日前公示: the next of each year, no one day.
_EVERY_YEAR = re.compile("每(?:一)?年")
# 每周一巡, 每周一次: how often, not on which day.
_NOT_ON_THAT_DAY = ("的", "例会", "至", "报的", "报制", "次", "巡", "清", "结", "评", "议", "访", "晒")
_COUNTED_BACK = ("before_event", "any_before")
_OCCASIONS = ("spoken_eve", "milestone", "holidays", "after_feast")
_ACTOR_BEFORE = re.compile("[局委办厅部处科室院校组队所站司团心位门]$")
_SPANS = ("period", "months")
_LATE = 10  # from this month on a span named without its year may be one of the next
ALL_YEAR_CUE = "cue.all_year"
_CUES = {"feast": "cue.feast", "plan": "cue.plan_period"}


class Found(NamedTuple):
    """A deadline at the characters ``start`` … ``end`` of a passage; firm unless it is only 尽快 or 长期."""

    start: int
    end: int
    iso: str | None
    rule: str | None
    cue: str
    firm: bool = True
    certain: bool = True

    @property
    def is_fixed(self) -> bool:
        """Whether it names its day, or a period that begins with the document."""
        return self.iso is not None or self.cue == FROM_THE_NOTE

    def due(self, passage: Passage) -> Due:
        """The deadline with its place in the document."""
        span = passage.span(self.start, self.end, self.cue)
        return Due(span.text, self.iso, self.rule, span)


def find_due(
    passage: Passage, context: date | None, *, cell: bool = False, note: bool = False
) -> list[Found]:
    """Every deadline in ``passage``, in order; in a table ``cell`` a bare date or 长期 is one too, in a ``note`` 27号定稿.

    ``context`` is the date of the document: with it 年底前 becomes a day, without it a rule. A date
    that a sentence only refers to (2018年7月30日召开的会议) is left out.
    """
    norm = passage.norm
    shapes = shapes_in(norm)
    found: list[Found] = []
    for source in (
        _recurring(norm, shapes.recurring) if shapes.recurring else (),
        _relative(norm, context, shapes.counted) if shapes.counted else (),
        _absolute(norm, context, cell, shapes.absolute, found) if shapes.absolute else (),
        (Found(s, e, *r, cue, certain=b) for s, e, r, cue, b in noted_days(norm, context)) if note else (),
    ):
        for one in source:
            if not _meets(one.start, one.end, found):
                found.append(one)
    rest = [*_event_eves(norm, shapes.eves)] if shapes.eves else []
    rest += _vague(norm, cell, shapes.vague) if shapes.vague or cell else ()
    rest += _all_year(norm, context, cell, shapes.all_year) if shapes.all_year else ()
    if rest:
        found += [one for one in rest if not _meets(one.start, one.end, found)]
    if len(found) > 1:
        found.sort(key=attrgetter("start"))
    return found


def _meets(start: int, end: int, others: Sequence[Piece | Found]) -> bool:
    """Whether ``start`` … ``end`` has characters in common with one of ``others``."""
    return bool(others) and any(start < other[1] and other[0] < end for other in others)


def _recurring(norm: str, shapes: tuple[Shape, ...]) -> Iterator[Found]:
    for name, hit in hits_of(shapes, norm):
        if name == "next_monthly" and not re.search(
            r"每月|按月|逐月|每季", norm[max(0, hit.start() - 40) : hit.end() + 20]
        ):
            continue
        if name == "weekly" and not hit["b"] and norm.startswith(_NOT_ON_THAT_DAY, hit.end()):
            continue
        reading = recurring(name, hit.groupdict())
        if reading:
            yield Found(hit.start(), hit.end(), None, reading[1], f"cue.{name}")


def _relative(norm: str, context: date | None, shapes: tuple[Shape, ...]) -> Iterator[Found]:
    for name, hit in hits_of(shapes, norm):
        if name == "day_of_event":
            length = "P0D" if hit["day"].startswith("当") else "P1D"
            yield Found(hit.start(), hit.end(), None, f"{length} after receipt", "cue.after_event")
        elif found := _before_event(norm, hit) if name in _COUNTED_BACK else _after(norm, hit, context):
            yield found


def _before_event(norm: str, hit: re.Match[str]) -> Found | None:
    """会议召开前3天: counted back from an event."""
    length = period(hit["n"], hit["u"])
    named = "前" in hit[0][: hit.start("n") - hit.start()]
    if not length or not (named or hit["b"] in ("前", "以前", "之前")):
        return None
    start = hit.start() if hit[0].startswith("提前") else _event(norm, hit)
    rule = f"{length} before {event_of(norm[start : hit.end()])}"
    return Found(start, hit.end(), None, rule, "cue.before_event")


def _event(norm: str, hit: re.Match[str]) -> int:
    """Where the words begin that name the event; of 陈列部开展前10日 only 开展, for the actor is no part of it."""
    words = hit.start() - (2 if hit[0].startswith("前") else 0)
    start = event_start(norm, words)
    return words if _ACTOR_BEFORE.search(norm, start, words) else start


def _after(norm: str, hit: re.Match[str], context: date | None) -> Found | None:
    """收到批示后5个工作日内, 30日内: counted from an event, or from nothing named."""
    if _MEASURE_BEFORE.search(norm[max(0, hit.start() - 8) : hit.start()]) or _HAPPENED.match(
        norm, hit.end()
    ):
        return None
    if _names_it(hit) or (hit["b"].endswith("时间") and not norm.endswith("用", 0, hit.start())):
        return None
    length = period(hit["n"], hit["u"], bool(hit["half"] or hit["odd"]))
    if not length:
        return None
    linked = bool(hit["link"]) or follows_event(norm, hit.start())
    start = event_start(norm, hit.start()) if linked else hit.start("n")
    return _counted(norm, hit, start, length, context)


def _names_it(hit: re.Match[str]) -> bool:
    """三季度内, 4月内 and 2026年内 name a time; 三个季度内, 后3月内 and 2年内 count one."""
    if hit["u"] == "年":
        return hit["n"].isdecimal() and len(hit["n"]) == 4
    return (
        "个" not in hit[0]
        and hit["n"] != "半"
        and (hit["u"] == "季度" or (hit["u"] == "月" and not hit["link"]))
    )


def _counted(norm: str, hit: re.Match[str], start: int, length: str, context: date | None) -> Found:
    words = norm[start : hit.start()] + (hit["link"] or "")
    if words and context and _FROM_NOW.search(words) and (day := counted(length, context)):
        return Found(start, hit.end(), day.isoformat(), None, "cue.from_document")
    event = event_of(words) if words else earlier_event(norm, start)
    ours = (
        not words
        or "本" in norm[max(0, start - 1) : hit.start()]
        or words.startswith(("印发", "下发", "发文"))
    )
    if event == "publication" and context and ours:
        day = counted(length, context)
        if day:
            return Found(start, hit.end(), day.isoformat(), None, "cue.from_publication")
    if not event and context and _is_told_now(norm, start, hit.end()) and counted(length, context):
        return Found(start, hit.end(), None, length, FROM_THE_NOTE)
    return Found(start, hit.end(), None, f"{length} after {event}" if event else length, "cue.after_event")


def _is_told_now(norm: str, start: int, end: int) -> bool:
    """Whether a period without an event (一周内) belongs to an instruction, not to a rule for whoever it meets.

    A cell that says nothing else does not tell from when.
    """
    if not norm[:start].strip() and not norm[end:].strip(" 。"):
        return False
    begin = max(norm.rfind(stop, 0, start) for stop in "。\n") + 1
    return not (_RULE_FOR_ALL.search(norm, begin, start) or norm.startswith("再次", end))


def _sentence_start(norm: str, hit: re.Match[str]) -> int:
    return max(norm.rfind(stop, 0, hit.start()) for stop in "。；\n") + 1


def _said_before(norm: str, hit: re.Match[str]) -> Piece:
    return max(norm.rfind(stop, 0, hit.start()) for stop in "。\n") + 1, hit.start()


def _absolute(
    norm: str, context: date | None, cell: bool, shapes: tuple[Shape, ...], found: list[Found]
) -> Iterator[Found]:
    """The days that ``norm`` names. A span that is none hides the days in it; one ``found`` already hides all but a span."""
    hidden: list[Piece] = []
    for name, hit in hits_of(shapes, norm):
        if _meets(*hit.span(), hidden) or (name not in _SPANS and _meets(*hit.span(), found)):
            continue
        groups = hit.groupdict()
        if name == "day" and opens_row(norm, hit.end()):
            continue
        if not (is_deadline(name, norm, hit, groups, cell) or lies_ahead(name, norm, hit, groups, context)):
            if name in _SPANS:
                hidden.append(hit.span())
            continue
        if groups.get("ry") in ("次年", "翌年") and _EVERY_YEAR.search(norm, *_said_before(norm, hit)):
            groups["anew"] = "y"
        certain = bool(groups.get("b")) or name in ("feast", "plan", "soon")
        certain = certain and not norm.startswith("最后一", hit.end())  # 元旦前最后一次排查
        if name == "month" and not (groups["p"] or groups["b"]) and (cell or states_when(norm, hit)):
            groups["p"] = "底"
        reading = READERS[name](groups, context)
        if reading:
            reading = of_the_pace(name, hit, norm[_sentence_start(norm, hit) : hit.start()]) or reading
        begin = hit.start()
        if row := first_of_row(norm, begin, name, groups, context):
            begin, reading = row
        if reading and not (name in _SPANS and _tells_of_old(groups, reading, context)):
            yield Found(begin, hit.end(), *reading, _CUES.get(name, "cue.date"), certain=certain)


def _tells_of_old(groups: dict[str, str | None], reading: Reading, context: date | None) -> bool:
    """3月2日至6日, in a paper of 20 March, tells of days gone by; so does 6月1日至20日 in one of September."""
    if context is None or groups.get("y") or groups.get("y2"):
        return False
    return reading[0] is None or (context.month < _LATE and reading[0] > f"{context.year}-12-31")


def _event_eves(norm: str, shapes: tuple[Shape, ...]) -> Iterator[Found]:
    named = {shape.name: shape for shape in shapes}
    if meeting := named.pop("before_meeting", None):
        for _, hit in hits_of((meeting,), norm):
            start = max(hit.start("e"), hit.start("e2"))
            yield Found(start, hit.end(), None, "before meeting", "cue.event_eve")
    for name in _OCCASIONS:
        for _, hit in hits_of((shape,), norm) if (shape := named.pop(name, None)) else ():
            for start, end, rule, firm in occasion(name, norm, hit):
                yield Found(start, end, None, rule, "cue.event_eve", firm)
    known = "known_eve" in named and SOMETHING_COMES.search(norm)
    eve = EITHER_EVE if known else EVENT_EVE if "event_eve" in named else None
    for hit in eve.finditer(norm) if eve else ():
        if hit.lastgroup == "known":
            yield Found(*hit.span(), None, f"before {hit['known']}", "cue.event_eve")
        elif not hit["e"].endswith(("目", "此", "日", "以", "当", "事", "提", "面", "年", "月")):
            yield Found(hit.start("e"), hit.end(), None, f"before {event_of(hit['e'])}", "cue.event_eve")


def _all_year(norm: str, context: date | None, cell: bool, shapes: tuple[Shape, ...]) -> Iterator[Found]:
    """全年举办60场, or 全年 in a cell: by the end of the year, if nothing else says when."""
    for _, hit in hits_of(shapes, norm) if context or cell else ():
        if cell == (hit[0] == norm.strip()):
            iso = f"{context.year}-12-31" if context else None
            yield Found(*hit.span(), iso, None if iso else "year-end", ALL_YEAR_CUE, firm=False)


def _vague(norm: str, cell: bool, shapes: tuple[Shape, ...]) -> Iterator[Found]:
    for code, hit in hits_of(shapes, norm):
        clause = norm[max(norm.rfind(c, 0, hit.start()) for c in "，。；\n") + 1 : hit.start()]
        if not cell and (_SUPPOSED.search(clause) or inside_quotes(norm, hit.start())):
            continue
        closing = norm.startswith("）", hit.end()) and norm[hit.start() - 1] in "，；（"
        if code != "ongoing" or cell or closing or hit[0].startswith(("长期坚持", "常抓", "随到")):
            yield Found(hit.start(), hit.end(), None, code, f"cue.{code}", firm=False)
    if cell and CELL_VAGUE.fullmatch(norm.strip()):
        offset = len(norm) - len(norm.lstrip())
        yield Found(offset, len(norm.rstrip()), None, "ongoing", "cue.ongoing", firm=False)
