"""What dates the deadlines of a ledger that name no year or only 本周五: its year, the day it was written, where its year begins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from zhongshu.supervision.extraction.days import DIGITS, day_or_none

from .deadlines import read_day
from .grid import Value

_YEAR = re.compile(
    r"(?<!\d)(20\d{2})(?=年|年度|\D{0,3}督|[-_. ]|$)|二[〇○零]([一二三四五六七八九〇○零]{2})年"
)
_SCHOOL_YEAR = re.compile(
    r"(?<!\d)(20\d{2})\s*[—–\-－~～至/]+\s*(?:20)?(\d{2})\s*学年(?:度)?[（(]?\s*(?:第?(?:(?P<later>二|2|下)|[一1上])学期|(?P<spring>春)|秋)?"
)
_LOOKED_AT = re.compile(r"(?<!\d)20\d{2}年度?[^，。；（(]{0,16}?(?:审计|决算|考核|述职|评议|巡[察视]|督察)")
"""2025年度预算执行审计: the year that was looked at, put right in a later one."""
_AUTUMN = re.compile(r"(?<!\d)(20\d{2})年?秋(?:季|期|学)")
_WRITTEN = re.compile(r"(20\d{2})年(\d{1,2})月(\d{1,2})日|(20\d{2})[.\-/](\d{1,2})[.\-/](\d{1,2})")
_OF_A_MONTH = re.compile(r"(?<!\d)(20\d{2})年(\d{1,2})月份?(?!\d)")
_MONTH_DAY = re.compile(r"(?<![年\d])(\d{1,2})月(\d{1,2})日")
_DECIDES = re.compile(r"会|印发|交办|下达|议定|批示|召开|部署")
_STATED = re.compile(
    r"未(?:写明?|注明?|标[明注]|填写?|列明|明确)?的?年[份度].{0,8}?(20\d{2})年|(?:时间|时限|期限|日期|年份)栏?(?:未[^，。；]{1,8}的?)?，?(?:[均都]?[指为系]|按|以)(20\d{2})年(?!\d)"
)
"""注：未写年份的均为2025年: a year that the ledger itself states."""
_UNSAID = re.compile(
    r"(?:未(?:另行)?(?:填写?|注明?|标[明注]|写明?|列明|明确|规定)(?:具体)?(?:完成|办结|整改|落实)?(?:时限|期限|时间|日期)"
    r"|(?:时限|期限|时间|日期)栏?(?:空白|为空|未(?:填写?|注明?|标[明注]|写明?|列明|明确)))"
    r"[^，。；;]{0,8}[，,]?(?:一律|均|都|统一|全部)(?:应|须|要)?[为按以于在]?(?P<day>[^，。；;]+)"
)
"""注：未注明完成时限的，均为12月底前完成: until when a matter is due whose cell is blank."""
_LOOKS_BACK = re.compile(r"截[至止]|统计|更新|填[报表]|制表|编制|数据")
_SCHOOL_BEGINS, _LATE, _LOOKS_AHEAD = 8, 10, 3
"""The month a school year begins in; of a meeting held as late in the year months much earlier are next year's."""
_LONGEST_TITLE = 40


@dataclass(frozen=True, slots=True)
class Dating:
    """``turns``: the month that the year of the ledger begins in; the months before it are of the next year.

    ``unsaid``: the words of a note for what names no day at all (未注明时限的，均为年底前).
    """

    year: int
    written: date | None = None
    turns: int = 1
    unsaid: str = ""

    def day(self, value: Value) -> str | None:
        """The ISO day that a cell names (see :func:`read_day`), a blank one by what the notes say of blanks."""
        return read_day(value or self.unsaid, self.year, self.written, self.turns)


def dating_of(titles: Sequence[str], notes: Sequence[str], dues: Iterable[Value], today: date) -> Dating:
    """How a ledger is dated by its ``titles`` (those above it first), else by most of its own days, else by ``today``.

    ``notes``: the lines around it, where the day stands that it was written on, and what a blank deadline means.
    """
    unsaid = next((hit["day"] for note in notes if (hit := _UNSAID.search(note))), "")
    return replace(_year_of(titles, notes, dues, today), unsaid=unsaid)


def _year_of(titles: Sequence[str], notes: Sequence[str], dues: Iterable[Value], today: date) -> Dating:
    stated = next((hit for note in notes if (hit := _STATED.search(note))), None)
    if stated:
        return Dating(int(stated[1] or stated[2]), _written(notes))
    dated = _by_titles(titles, _written(notes)) or _by_days(dues, _written(notes), today)
    return dated if dated.written else replace(dated, written=_day_of(dated.year, titles))


def _by_titles(titles: Sequence[str], written: date | None) -> Dating | None:
    """The year that the first title with one names."""
    for title in titles:
        if school := _SCHOOL_YEAR.search(title):
            later = bool(school["later"] or school["spring"])
            return Dating(int(school[1]) + later, written, 1 if later else _SCHOOL_BEGINS)
        if hit := _YEAR.search(title):
            if written and written.year > _number(hit) and _LOOKED_AT.match(title, hit.start()):
                return Dating(written.year, written)
            return Dating(_number(hit), written, _turn(title, hit, written))
    return None


def _by_days(dues: Iterable[Value], written: date | None, today: date) -> Dating:
    years = Counter(day[:4] for day in (read_day(value, 1900) for value in dues) if day)
    for assumed in ("1900", "1901"):
        del years[assumed]
    year = int(years.most_common(1)[0][0]) if years else written.year if written else today.year
    return Dating(year, written)


def _day_of(year: int, titles: Sequence[str]) -> date | None:
    """The first day that a short title names without its year (第24周 6月8日—6月12日)."""
    hits = (_MONTH_DAY.search(title) for title in titles if len(title) <= _LONGEST_TITLE)
    return next((day for hit in hits if hit and (day := day_or_none(year, int(hit[1]), int(hit[2])))), None)


def _number(hit: re.Match[str]) -> int:
    if hit[1]:
        return int(hit[1])
    return 2000 + int("".join(str(DIGITS.get(c, 0)) for c in hit[2]))


def _turn(title: str, hit: re.Match[str], written: date | None) -> int:
    """Where the year begins: autumn terms, and meetings late in a year, reach into the next."""
    if _AUTUMN.match(title, hit.start()):
        return _SCHOOL_BEGINS
    held = _WRITTEN.match(title, hit.start())
    if (
        held
        and written
        and written.month >= _LATE
        and _DECIDES.search(title)
        and not _LOOKS_BACK.search(title)
    ):
        return written.month - _LOOKS_AHEAD
    return 1


def _written(notes: Sequence[str]) -> date | None:
    """The day the ledger was filled in, if a line around it says so; the first of the month that a title names."""
    for note in notes:
        if hit := _WRITTEN.search(note):
            year, month, day = (int(n) for n in hit.groups() if n)
            if found := day_or_none(year, month, day):
                return found
    months = (hit for note in notes if len(note) <= _LONGEST_TITLE and (hit := _OF_A_MONTH.search(note)))
    return next((found for hit in months if (found := day_or_none(int(hit[1]), int(hit[2]), 1))), None)
