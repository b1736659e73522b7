import re
from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.worktime import DayKind
from zhongshu.platform.workdays.rules import Row

_ASIDE = re.compile(r"[（(][^（）()]*[）)]")
_HEAD = r"[一二三四五六七八九十]+、\s*([^：:\s]{2,12})[：:]"
_ITEM = re.compile(rf"{_HEAD}(.*?)(?={_HEAD}|$)", re.S)
_SPAN = re.compile(
    r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:\s*至\s*(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日)?"
)
_LONGEST = 31


def looks_like_a_notice(text: str) -> bool:
    """Whether ``text`` is a holiday notice in sentences rather than a table."""
    return "放假" in text and _ITEM.search(_ASIDE.sub("", text)) is not None


def read_notice(year: int, text: str) -> list[Row]:
    """The days that a holiday notice names for ``year``: 「一、元旦：1月1日至3日放假调休，共3天。1月4日上班。」

    What stands in brackets is left out. A sentence with 上班 names days to work, one with 放假 days off.
    Raises Refusal where no day is found or a day does not exist.
    """
    rows = [
        row for name, body, _next in _ITEM.findall(_ASIDE.sub("", text)) for row in _item(year, name, body)
    ]
    if not rows:
        raise _unreadable(_("没有从通知中读出放假安排，请粘贴通知正文。"))
    return rows


def _item(year: int, name: str, body: str) -> Iterator[Row]:
    for sentence in body.split("。"):
        kind = DayKind.MAKE_UP if "上班" in sentence else DayKind.HOLIDAY
        if "上班" not in sentence and "放假" not in sentence:
            continue
        for found in _SPAN.finditer(sentence):
            yield from (Row(day, kind, name) for day in _days(year, found))


def _days(year: int, found: re.Match[str]) -> Iterator[date]:
    first_year, month, day, last_year, last_month, last_day = found.groups()
    try:
        first = date(int(first_year or year), int(month), int(day))
        last = first
        if last_day:
            last = date(int(last_year or first.year), int(last_month or month), int(last_day))
    except ValueError as impossible:
        raise _unreadable(_("“%(text)s”不是一个日期。") % {"text": found[0]}) from impossible
    if not 0 <= (last - first).days < _LONGEST:
        raise _unreadable(_("“%(text)s”的起止日期不对。") % {"text": found[0]})
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def _unreadable(sentence: object) -> Refusal:
    return Refusal("unreadable_notice", sentence, fields={"text": sentence}, hint=_("原有日历没有改动。"))
