"""What a table of a year must look like (rules T-01 to T-03); no database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.worktime import DayKind

_ALWAYS_OFF = ((1, 1, "元旦"), (5, 1, "劳动节"), (10, 1, "国庆节"), (10, 2, "国庆节"), (10, 3, "国庆节"))


@dataclass(frozen=True, slots=True)
class Row:
    """One day of a table."""

    date: date
    kind: DayKind
    name: str = ""


def T_03_table(year: int, rows: Sequence[Row]) -> None:
    """Refuse a table that cannot be the notice of ``year``, naming the first day at fault.

    A notice names days of its year and of the last week of December before it; it makes
    only week-end days workdays; and the statutory days on fixed dates are off (办法, art. 2).
    """
    seen: set[date] = set()
    for row in rows:
        _check_day(year, row, seen)
        seen.add(row.date)
    off = {row.date for row in rows if row.kind is DayKind.HOLIDAY}
    for month, day, name in _ALWAYS_OFF:
        if date(year, month, day) not in off:
            _refuse(
                "statutory_day_missing",
                _("表中没有%(year)s年%(month)s月%(day)s日（%(name)s）放假，这一天是法定节假日。")
                % {"year": year, "month": month, "day": day, "name": name},
            )


def _check_day(year: int, row: Row, seen: set[date]) -> None:
    told = {"day": f"{row.date:%Y-%m-%d}", "year": year}
    if row.date.year != year and (row.date.year, row.date.month) != (year - 1, 12):
        _refuse("wrong_year", _("%(day)s不属于%(year)s年的放假安排。") % told)
    if row.date in seen:
        _refuse("day_twice", _("%(day)s在表中出现了两次。") % told)
    if row.kind not in (DayKind.HOLIDAY, DayKind.MAKE_UP):
        _refuse("bad_kind", _("%(day)s的类型只能是“放假”或“上班”。") % told)
    if row.kind is DayKind.MAKE_UP and row.date.weekday() < 5:
        _refuse("weekday_made_up", _("%(day)s本来就是工作日，不能作为调休上班日。") % told)


def _refuse(code: str, sentence: str) -> None:
    raise Refusal(
        code, sentence, rule="T-03", hint=_("请对照国务院办公厅的通知改正后重新导入，原有日历没有改动。")
    )
