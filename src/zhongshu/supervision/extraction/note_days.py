"""A bare time right before what is to be done, as notes have it (5.31完工, 27号定稿, 11月必须干完): by then, though no 前 follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from .due_absolute import READERS, Reading
from .due_grammar import TIME
from .letters import hurried
from .model import FROM_THE_NOTE
from .note_deeds import DONE_THEN, FIGURE, MUST
from .periods import period

_FAR = timedelta(days=250)  # a bare time further ahead than this is one gone by
_TOLD_OF_OLD = re.compile(
    r"(?:原[定来本]?|原计划|本来|本该|本应|说好|上个?[周月]|去年|前年|昨天|已[经于在]?|[自从比较据按]|截[至止]|[了每逢隔单双到至、和及第])$"
)
# 最迟6.30。, 推到27号，: nothing need follow.
_LIMIT = re.compile(
    r"(?:最[迟晚]|[推延改挪]到|推[迟后]到|赶在|卡[死在]|[限定][在于到]|节点|工期|时限)[：到在]?$"
)
_M, _D = "1[0-2]|0?[1-9]", "3[01]|[12]\\d|0?[1-9]"
_WHEN = re.compile(
    hurried(
        rf"(?:(?P<dotted>(?<![\d./·a-zA-Z-])(?P<m>{_M})[./](?P<d>{_D})(?![\d./%]))|(?P<day>(?<![\d年])(?P<m2>{_M})月(?P<d2>{_D})[日号])|(?P<bare_day>(?<![\d月年第.])(?P<d3>{_D})[号日])|(?P<week>(?<![上下本这周个])周(?P<w>[一二三四五六日])))"
        rf"{TIME}(?:(?P<b>之?前)|(?={MUST}(?![^，。；]{{0,6}}[了的]))|{DONE_THEN}|(?P<alone>)(?=[，。；！]|$))"
        rf"|(?:(?P<month>(?<![\d.年季个])(?P<ry>今年|明年)?(?P<m3>{_M}|十[一二]?|[一二三四五六七八九])月份?)|(?P<quarter_end>(?P<now>本|这个?|下一?个?)季度)|(?P<quarter>(?<![年前])(?P<q>[一二三四])季度|(?<!年)(?P<h>[上下]半年)))(?:{DONE_THEN}|{FIGURE})"
        rf"|(?P<this_month>(?P<mm>本月|这个?月|下个?月))(?:(?={MUST})|(?!完成))(?:{DONE_THEN}|{FIGURE})"
        rf"|(?P<all_week>(?P<ww>本|这个?|下下?个?)(?:周|星期|礼拜))(?![一二三四五六日天末内])(?:(?={MUST})|(?!完成)){DONE_THEN}"
        rf"|(?P<soon>(?P<s>(?:今[天日晚]|明[早天日晚]|后天)(?:[上下]午|中午|早上|晚上|一?大?早)?(?:一?上班(?:后|就)?|下班|\d{{1,2}}(?:：\d{{2}}|[时点]半?))?|(?<![天日晚早周月号昨去当一二三四五六至到、和])(?:[上下]午|中午|晚上|傍晚))){DONE_THEN}"
        rf"|(?P<period>(?<![近这前每隔过第提达花用了后一二两三四五六七八九十\d])(?P<n>\d{{1,2}}|[一二两三四五六七八九十半]{{1,3}})个?(?P<u>天|周|星期|礼拜|月)){DONE_THEN}"
    )
)
_READ_AS = {"dotted": "day", "all_week": "week"}
_SHAPES = (
    "dotted",
    "day",
    "bare_day",
    "week",
    "month",
    "quarter",
    "quarter_end",
    "this_month",
    "all_week",
    "soon",
    "period",
)


def noted_days(norm: str, context: date | None) -> Iterator[tuple[int, int, Reading, str, bool]]:
    """Where a note ``norm`` has such a time: its start, its end, its reading, its cue, and whether it says 前."""
    for hit in _WHEN.finditer(norm):
        before = norm[max(0, hit.start() - 4) : hit.start()]
        if hit["alone"] is not None and not _LIMIT.search(before):
            continue
        if (hit["alone"] is None and _TOLD_OF_OLD.search(before)) or _numbers_a_list(hit, before):
            continue
        name = next(shape for shape in _SHAPES if hit[shape])
        if name == "period":  # 半个月给结果, 十天拿出方案: counted from the note
            if length := period(hit["n"], hit["u"]):
                yield *hit.span(), (None, length), FROM_THE_NOTE, True
            continue
        groups = dict.fromkeys(("y", "q4", "qq")) | hit.groupdict() | {"ahead": "y", "p": None}
        groups |= {"m": hit["m"] or hit["m2"] or hit["m3"], "d": hit["d"] or hit["d2"] or hit["d3"]}
        if name.endswith("month"):
            groups["p"] = "底"
        reading = READERS[_READ_AS.get(name, name)](groups, context)
        if reading and (context is None or _is_to_come(reading, context)):
            yield *hit.span(), reading, "cue.date", bool(hit["b"])


def _numbers_a_list(hit: re.Match[str], before: str) -> bool:
    """1.2 at the head of a paragraph; 5.31 is no number of a list."""
    return bool(hit["dotted"]) and not before.strip() and len(hit["dotted"]) == 3


def _is_to_come(reading: Reading, context: date) -> bool:
    return bool(reading[0]) and context <= date.fromisoformat(reading[0] or "") <= context + _FAR
