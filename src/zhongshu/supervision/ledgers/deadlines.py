"""The day that a cell of a deadline column names, however it is written."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache

from zhongshu.supervision.extraction.dates import find_due
from zhongshu.supervision.extraction.days import DIGITS, day_or_none, feast_eve, month_end
from zhongshu.supervision.extraction.spans import Passage

from .cleaning import shown
from .grid import Value

_FIRST_SERIAL, _LAST_SERIAL = 32874, 73050  # 1990-01-01 … 2099-12-31, as Excel counts days
_EPOCH = date(1899, 12, 30)
_WORDED_YEAR = re.compile(r"[二][〇○零0O][一二三四五六七八九〇○零]{2}(?=年)")
_FORMER = re.compile(
    r"[（(](?:由|[^（）()]*?原)[^（）()]*[)）]|原(?:定|计划|时限)[^，,；;。]*?(?=[，,；;。]|现|调整|延期|变更)"
)
_POINTED = re.compile(
    r"(?<![\d.])(?P<y>20\d{2}|\d{2}(?=[./-]\d{1,2}[./-]\d))[./\-年](?P<m>1[0-2]|0?[1-9])(?:[./\-月](?P<d>3[01]|[12]\d|0?[1-9]))?[日号]?(?![\d年月.季])(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?"
)
_STAGE = re.compile(r"[（(][^（）()]*(?:批|其中|阶段|启动|开工|方案|初稿|先|争取|力争)[^（）()]*[)）]")
_ABRIDGED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(20\d{2})(0[1-9]|1[0-2])"), r"\1年\2月底"),
    (re.compile(r"(20\d{2})[.年/]((?:1[0-2]|0?[1-9]))[-—~～至](1[0-2]|0?[1-9])(?:月底?)?"), r"\1年\3月底"),
    (re.compile(r"20\d{2}年?[-—~～至](20\d{2})年?[底末内]?前?"), r"\1年底前"),
    (re.compile(r"(20\d{2})[ 　]+(1[0-2]|0?[1-9])[ 　]+(3[01]|[12]\d|0?[1-9])"), r"\1年\2月\3日"),
    (re.compile(r"((?:20\d{2}年)?(?:1[0-2]|0?[1-9])月)(3[01]|[12]\d|0?[1-9])前?"), r"\1\2日"),
    (re.compile(r"(20\d{2}年)?年?中前?"), r"\g<1>6月底"),
)
"""Whole cells cut short, and what they stand for: 202606, 2026.4-6, 2026-2028年, 2026 6 30, 6月30, 年中."""
_ASIDES = (
    (
        re.compile(r"^.*(?:延期|延长|展期|顺延)[至到]([^（）()，。；;]*\d[^（）()，。；;]*).*$", re.DOTALL),
        r"\1",
    ),
    (re.compile(r"(?<![\d.])(2\d)(?=年(?:1[0-2]|0?[1-9]|[一二三四五六七八九十]{1,2})月)"), r"20\1"),
    (re.compile(r"[，,；;、（(]?实际[^，,；;]*"), ""),
    (re.compile(r"(?<![“十月])([七八]一|十一)(?=前|之前)"), r"“\1”"),
    (
        re.compile(
            r"(?:20\d{2}年)?(?:1[0-2]|0?[1-9])月(?:份|[底初]|[上中下]旬|(?:3[01]|[12]\d|0?[1-9])[日号])?(?:开始|起)(?=$|[，,；;、至到]|实施|执行|每|常|长|持)"
        ),
        "",
    ),
    (re.compile(r"卅"), "三十"),
    (re.compile(r"秋(?:季)?(?:学期)?(?:开学)?前"), "8月31日前"),
    (re.compile(r"月份(?=之?前)"), "月"),
    (re.compile(r"(月[底末]?|[日号])[、和及与](?=(?:1[0-2]|0?[1-9])月)"), r"\1，"),
    (re.compile(r"(?<=月)(?:3[01]|[12]\d|0?[1-9])[日号]?[-—–~～至]+(?=(?:3[01]|[12]\d|0?[1-9])[日号])"), ""),
    (re.compile(r"(月)中(?=$|[前，、；）)])"), r"\g<1>15日"),
)
"""6月底（延期至8月底）, 25年12月, 计划6月底实际7月2日, 3月起, 七一前, 六月卅日, 8月份前, 秋季学期前, 4月、9月, 6月15—20日, 6月中."""
_DATED = re.compile(r"\d月|[一二三四五六七八九十]月|年")
"""Days are named beside the words that need the day of writing: 周三（6月3日）."""
_NAMES_YEAR = re.compile(r"20\d{2}|(?<!\d)2\d年|[二][〇○零0O]|明年|次年|翌年|今年|本年|当年")
_DAY_ALONE = re.compile(r"(?:3[01]|[12]\d|0?[1-9])[日号](?:之?前)?")
_SEAM = re.compile(r"(?<=\d)[．。、·](?=\d{1,2}(?:[．。、·.]\d|$))")
_QUARTER = re.compile(r"[Qq]([1-4])")
_DAY_FIRST = re.compile(r"(?<![\d./-])(3[01]|[12]\d|0?[1-9])[/.-](1[0-2]|0?[1-9])[/.-](20\d{2})(?!\d)")
_MONTH_DAY = re.compile(r"(1[0-2]|0?[1-9])-(3[01]|[12]\d|0?[1-9])前?")
_EIGHT = re.compile(r"(?<!\d)(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_SHORT = re.compile(r"(?<![\d.年])(1[0-2]|0?[1-9])[./](3[01]|[12]\d|0?[1-9])(?![\d.])")
_WHOLE_YEAR = re.compile(r"(20\d{2})年?(?:度|全年|度内|之?内)?")
_BARE_MONTH = re.compile(
    r"((?:20\d{2}年|今年|明年|次年|本年)?(?:1[0-2]|0?[1-9]|[一二三四五六七八九十]{1,2})月)份?(?=$|[，,；;、（(完办各均分])"
)
_NEXT_DAY = re.compile(r"(?<=[底末日旬])、(?=(?:20\d{2}年)?\d{1,2}月)")
_HALF = re.compile(r"(?<![A-Za-z0-9])((?:20\d{2})?)年?[Hh]([12])(?![A-Za-z0-9])")
_BARE_QUARTER = re.compile(r"((?:第?[一二三四1-4]季度)|(?:上|下)半年)(?![末底前内])")
_RELATIVE = re.compile(
    r"[本当这下次全]个?月|[本这下]?[个]?(?:周|星期|礼拜)[一二三四五六日天末内]|^月[底末内]|[本下]季|^季度[末底]|^[今明后][日天晚]"
)
"""Words that name a day only by the one they were written on."""
_WEEKDAY = re.compile(r"(?<![每下本这日号])((?:周|星期|礼拜)[一二三四五六日天])(?=$|[，；。、（])")
_YEARLONG = re.compile(r"(?:(?:20\d{2}年)?全年度?|(?:本|今)年度?)(?:完成|任务|工作)?")
"""Due within the year, as 年内; 贯穿全年 and 全年推进 go on."""
_FEAST = re.compile(
    r"(20\d{2})年[“\"]?(元旦|春节|清明|五一|劳动节|端午|中秋|国庆|十一|七一|八一)[”\"]?节?(?:假期)?前夕?"
)
_SHORT_YEAR = re.compile(r"(2\d|3\d)[.．](1[0-2]|0?[1-9])")
_ITEM = re.compile(r"(?:^|(?<=[，；;。\s]))(?:[①-⑳]|[（(]\d[)）]|\d[.、．](?=\d{1,2}月|20\d{2}))")
"""The number of a stage, before its day: ①3月底前 ②6月底前."""


def read_day(value: Value, year: int, written: date | None = None, turns: int = 1) -> str | None:
    """The ISO date of the deadline that a cell names, or None if it names no day (长期坚持, 每月25日前).

    ``year``: the year of the ledger, for days without one; months before ``turns`` are of the next (a school year
    turns in August). ``written``: the day the ledger was filled in, if it says so; without it 本周五 names no day.
    Of several days the last is the deadline: what stands before are stages.
    """
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        day = _counted(value)
        return day.isoformat() if day else _turned(shown(value), year, written, turns)
    return _turned(shown(value), year, written, turns) if value else None


def _counted(value: float) -> date | None:
    """A number as Excel's count of days."""
    if _FIRST_SERIAL <= value <= _LAST_SERIAL:
        return _EPOCH + timedelta(days=int(value))
    return None


@lru_cache(maxsize=8192)
def _turned(text: str, year: int, written: date | None, turns: int) -> str | None:
    """The day of a year that begins in the month ``turns``."""
    day = _worded(text, year, written)
    if day and turns > 1 and day < f"{year}-{turns:02d}" and not _NAMES_YEAR.search(text):
        return _worded(text, year + 1, written)
    return day


def _worded(text: str, year: int, written: date | None) -> str | None:
    text = re.sub(r"\s+(?!\d{1,2}:)", "", _ITEM.sub("，", _spelled_out(text))).strip("，")
    if _YEARLONG.fullmatch(text):
        return f"{text[:4] if text.startswith('20') else year}-12-31"
    if re.fullmatch(r"\d{5}(?:\.\d+)?", text):
        day = _counted(float(text))
        return day.isoformat() if day else None
    if re.fullmatch(r"1[0-2]|[1-9]", text):
        return month_end(year, int(text)).isoformat()
    plain = _plain(text)
    by_writing = _RELATIVE.search(plain) or _DAY_ALONE.fullmatch(text)
    if by_writing and not written and not _DATED.search(plain):
        return None
    context = written if written and by_writing else date(year, 1, 1)
    found = find_due(Passage.of(plain), context, cell=True)
    days = [one.iso[:10] for one in found if one.iso]
    return days[-1] if days else None


def _spelled_out(text: str) -> str:
    """A cell cut short as it would be written in full."""
    text = text.replace("－", "-").replace("--", "-")
    for pattern, full in _ABRIDGED:
        if hit := pattern.fullmatch(text.strip()):
            return hit.expand(full)
    for pattern, full in _ASIDES:
        text = pattern.sub(full, text)
    return text


def _plain(text: str) -> str:
    """The words of a cell with every day written as 2026年3月15日 and every month as 2026年3月底."""
    text = _FEAST.sub(_eve, _SEAM.sub(".", text))
    text = re.sub(r"^全月", "本月底", text)
    text = _WEEKDAY.sub(r"\1前", text).replace("中下旬", "下旬")
    text = _HALF.sub(lambda hit: f"{hit[1] and hit[1] + '年'}{'上下'[int(hit[2]) - 1]}半年", text)
    text = _QUARTER.sub(r"第\1季度", text)
    text = _DAY_FIRST.sub(r"\3年\2月\1日", text)
    if hit := _MONTH_DAY.fullmatch(text):
        return f"{int(hit[1])}月{int(hit[2])}日"
    text = _WORDED_YEAR.sub(lambda hit: "".join(_digit(c) for c in hit[0]), text)
    text = _STAGE.sub("", _FORMER.sub("", text)) or text
    text = _EIGHT.sub(lambda hit: f"{hit[1]}年{int(hit[2])}月{int(hit[3])}日", text)
    if hit := _SHORT_YEAR.fullmatch(text.removesuffix("前").removesuffix("底")):
        return f"20{hit[1]}年{int(hit[2])}月底"
    text = _POINTED.sub(_spelled, text)
    text = _SHORT.sub(lambda hit: f"{int(hit[1])}月{int(hit[2])}日", text)
    if hit := _WHOLE_YEAR.fullmatch(text.removesuffix("前")):
        return f"{hit[1]}年底前"
    text = _BARE_MONTH.sub(r"\1底", text)
    return _NEXT_DAY.sub("，", _BARE_QUARTER.sub(r"\1末", text))


def _eve(hit: re.Match[str]) -> str:
    """2027年春节前 as the day before that feast."""
    eve = feast_eve(hit[2], date(int(hit[1]), 1, 1))
    return f"{eve.year}年{eve.month}月{eve.day}日" if eve else hit[0]


def _digit(char: str) -> str:
    return str(DIGITS.get(char, 0))


def _spelled(hit: re.Match[str]) -> str:
    year = int(hit["y"]) + (2000 if len(hit["y"]) == 2 else 0)
    if not hit["d"]:
        return f"{year}年{int(hit['m'])}月" + (
            "" if hit.string[hit.end() : hit.end() + 1] in tuple("底末初上中下") else "底"
        )
    valid = day_or_none(year, int(hit["m"]), int(hit["d"]))
    return f"{year}年{int(hit['m'])}月{int(hit['d'])}日" if valid else hit[0]


def is_day(value: Value) -> bool:
    """Whether a value looks like what deadline columns hold: a day, or words for a time."""
    if isinstance(value, date):
        return True
    if isinstance(value, int | float):
        return _FIRST_SERIAL <= value <= _LAST_SERIAL or 20000101 <= value <= 20991231
    text = shown(value)
    return (
        bool(text)
        and len(text) <= 24
        and (_vague(text) or _worded(text, 2026, None) is not None and not text.isdigit())
    )


def _vague(text: str) -> bool:
    return bool(re.fullmatch(r"(?:长期|持续|全年|常年|常态化|立即|尽快|每[月季年周]).{0,8}", text))
