"""How a date was computed, in sentences: the answer to "how was this date computed"."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhongshu.kernel.worktime import DayStep, Why

REASONS: Mapping[Why, Promise | str] = {
    Why.START: gettext_lazy("起算当日，不计入"),
    Why.WORKDAY: gettext_lazy("工作日，计入"),
    Why.MAKE_UP: gettext_lazy("调休上班，计入"),
    Why.CALENDAR_DAY: gettext_lazy("计入"),
    Why.WEEKEND: gettext_lazy("周末休息，不计入"),
    Why.HOLIDAY: gettext_lazy("放假，不计入"),
    Why.SAME_DATE: gettext_lazy("按月（年）计算，至对应日届满"),
    Why.MONTH_END: gettext_lazy("按月（年）计算，当月没有对应日，至月末届满"),
    Why.LAST_DAY_RESTS: gettext_lazy("最后一日是休息日，顺延"),
    Why.ROLLED_TO: gettext_lazy("顺延至休息日结束后的第一个工作日"),
}


def reason(step: DayStep) -> str:
    """Why the day of ``step`` was counted or not, with the festival and what is still open."""
    text = str(REASONS[step.why])
    if step.name:
        text = _("%(festival)s：%(reason)s") % {"festival": step.name, "reason": text}
    if step.provisional:
        text = _("%(reason)s（该年度放假通知尚未公布，暂按周末休息推算）") % {"reason": text}
    return text


def imported(data: Mapping[str, Any]) -> str:
    """The journal's sentence for a table that came in."""
    told = {"year": data["year"], "notice": data["notice"], "shifted": sum(data["shifted"].values())}
    return _("导入%(year)s年工作日历（%(notice)s），重新计算时限，调整%(shifted)s项") % told


def brought_in(year: int, moved: int) -> str:
    """What an import that ``moved`` so many open dates answers whoever asked for it."""
    told = {"year": year, "moved": moved}
    if not moved:
        return _("已导入%(year)s年工作日历，在办时限都没有变。") % told
    return _("已导入%(year)s年工作日历，调整在办时限 %(moved)s 项。") % told


NAMES = {
    "workdays.table_imported": gettext_lazy("导入工作日历"),
}
