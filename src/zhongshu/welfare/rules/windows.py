"""Windows of agencies as they publish them: 每月1—15日, 每年7月1日—31日, 2026年12月1—20日. No database."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.utils.translation import gettext as _

from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.text import squeeze

LAST = 31
"""The last day of whatever month: in a shorter one its own last day."""
_TO = r"(?:至|到|[-－—–~～]+)"
_DAY = r"(?:(?P<{0}>\d{{1,2}})[日号]?|(?P<{0}_end>月?[末底]))"
_MONTHLY = re.compile(rf"每月{_DAY.format('a')}(?:{_TO}(?P<next>次月)?{_DAY.format('b')})?")
_MD = r"(?P<{0}m>\d{{1,2}})月" + _DAY
_YEARLY = re.compile(
    rf"每年{_MD.format('a')}(?:{_TO}(?P<next>次年)?(?:(?P<bm>\d{{1,2}})月)?{_DAY.format('b')})?"
)
_ONCE = re.compile(
    rf"(?P<year>\d{{4}})年{_MD.format('a')}(?:{_TO}(?:(?P<by>\d{{4}})年)?(?:(?P<bm>\d{{1,2}})月)?{_DAY.format('b')})?"
)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A window on its days, the first and the last of them."""

    closes: date
    opens: date


@dataclass(frozen=True, slots=True)
class Window:
    """When an agency takes papers in; of ``opens`` and ``closes`` (year, month, day) 0 stands for every one."""

    opens: tuple[int, int, int]
    closes: tuple[int, int, int]

    def spans(self, first: date, last: date) -> Iterator[Span]:
        """Its days, wherever it closes between ``first`` and ``last``."""
        for year, month in _months(first, last):
            if self.closes[0] in (0, year) and self.closes[1] in (0, month):
                span = self._closing(year, month)
                if first <= span.closes <= last:
                    yield span

    def _closing(self, year: int, month: int) -> Span:
        closes = _on(year, month, self.closes[2])
        opened = (self.opens[0] or year) * 12 + (self.opens[1] or month) - 1
        if self.opens > self.closes:  # it opened in the month, or the year, before
            opened -= 12 if self.opens[1] else 1
        return Span(closes, _on(opened // 12, opened % 12 + 1, self.opens[2]))


def _months(first: date, last: date) -> Iterator[tuple[int, int]]:
    for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield month // 12, month % 12 + 1


def _on(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))


@lru_cache(500)
def read(text: str) -> tuple[Window, ...]:
    """The windows of ``text``, one to a line; raises Refusal that names every line it cannot read."""
    lines = [squeeze(line).replace(" ", "").rstrip("。；;，,") for line in text.splitlines()]
    found = {line: _window(line) for line in lines if line}
    wrong = [line for line, window in found.items() if window is None]
    if wrong or not found:
        told = _("读不懂受理期“%(lines)s”。") % {"lines": "、".join(wrong)} if wrong else _("请填写受理期。")
        hint = _("一行一个，如：每月1—15日；每月25日—次月5日；每年7月1日—7月31日；2026年12月1—20日。")
        raise Refusal("unreadable_window", told, fields={"windows": f"{told}{hint}"}, rule="F-15", hint=hint)
    return tuple(window for window in found.values() if window)


def _window(line: str) -> Window | None:
    for pattern in (_MONTHLY, _YEARLY, _ONCE):
        if said := pattern.fullmatch(line):
            return _made(said.groupdict())
    return None


def _made(said: dict[str, str | None]) -> Window | None:
    """The window of what was matched; None where a day does not exist or it would close before it opens."""
    month, year = int(said.get("am") or 0), int(said.get("year") or 0)
    first, last = _day(said, "a"), _day(said, "b") or _day(said, "a")
    window = Window((year, month, first), (int(said.get("by") or year), int(said.get("bm") or month), last))
    if not all(_lawful(day) for day in (window.opens, window.closes)):
        return None
    turned = window.opens > window.closes
    return window if turned == bool(said.get("next")) or (turned and not year) else None


def _day(said: dict[str, str | None], name: str) -> int:
    return LAST if said[f"{name}_end"] else int(said[name] or 0)


def _lawful(day: tuple[int, int, int]) -> bool:
    year, month, number = day
    return (
        month <= 12 and 1 <= number <= LAST and (not year or 2000 <= year <= 2100)
        and (number == LAST or not month or number <= monthrange(year or 2024, month)[1])
    )  # fmt: skip
