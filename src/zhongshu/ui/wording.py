"""Dates and spans in the words of an office, made in Python so that list rows need no filter."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from zhongshu.kernel.clock import BEIJING

WEEKDAYS = (
    gettext_lazy("周一"),
    gettext_lazy("周二"),
    gettext_lazy("周三"),
    gettext_lazy("周四"),
    gettext_lazy("周五"),
    gettext_lazy("周六"),
    gettext_lazy("周日"),
)


@dataclass(frozen=True, slots=True)
class Due:
    """``text`` the words; ``tone`` a class: late, soon or ""; ``state`` a shape: late, soon, on or none.

    ``provisional``  the day rests on a year whose holiday notice has not come, and may move (rule T-03).
    """

    text: str
    tone: str = ""
    state: str = "on"
    provisional: bool = False

    def __str__(self) -> str:
        return self.text


def due_words(due: date | None, today: date, *, working_days: int | None = None, soon: int = 3) -> Due:
    """How far away ``due`` is.

    ``working_days``  working days left without today, if the caller has counted them; else calendar days.
    ``soon``          up to this many days left counts as 临期.
    """
    if due is None:
        return Due(_("未定时限"), "", "none")
    days = (due - today).days
    if days < 0:
        return Due(_("逾期 %d 天") % -days, "late", "late")
    if days == 0:
        return Due(_("今天到期"), "soon", "soon")
    if days == 1:
        return Due(_("明天到期"), "soon", "soon")
    left = days if working_days is None else working_days
    near = left <= soon
    words = _("还有 %d 天") if working_days is None else _("还有 %d 个工作日")
    return Due(words % left, "soon" if near else "", "soon" if near else "on")


def provisional(due: Due, is_so: bool) -> Due:
    """``due``, said to be provisional where it ``is_so`` and has not passed."""
    return replace(due, provisional=True) if is_so and due.state != "late" else due


def done_words(done: date, due: date | None) -> Due:
    """When it was finished, measured against ``due``."""
    if due is None or done == due:
        return Due(_("按期办结"))
    days = (due - done).days
    if days > 0:
        return Due(_("提前 %d 天") % days)
    return Due(_("超期 %d 天办结") % -days, "late", "late")


def short_date(day: date, today: date) -> str:
    """11-15 within this year, 2025-11-15 otherwise."""
    said = date.isoformat(day)
    return said[5:] if day.year == today.year else said


def long_date(day: date, today: date | None = None) -> str:
    """11 月 15 日, with the year unless it is that of ``today``."""
    words = _("%(month)d 月 %(day)d 日") % {"month": day.month, "day": day.day}
    if today is not None and day.year == today.year:
        return words
    return _("%(year)d 年 %(rest)s") % {"year": day.year, "rest": words}


def weekday(day: date) -> str:
    """周三."""
    return str(WEEKDAYS[day.weekday()])


def short_moment(at: datetime, today: date) -> str:
    """11-16 20:14 in Beijing time, with the year where it is another."""
    local = at.astimezone(BEIJING)
    return f"{short_date(local.date(), today)} {local:%H:%M}"


def minute(at: datetime) -> str:
    """2026-11-16 20:14 in Beijing time."""
    return at.astimezone(BEIJING).isoformat(" ")[:16]


def span_words(days: int) -> str:
    """已等 9 天; 今天起 where it began today."""
    if days == 0:
        return _("今天起")
    return ngettext("已等 %d 天", "已等 %d 天", days) % days


def file_size(size: int) -> str:
    """284 KB; ``size`` in bytes."""
    if size < 1024:
        return f"{size} B"
    for unit in ("KB", "MB", "GB"):
        size_f = size / 1024
        if size_f < 1024 or unit == "GB":
            return f"{size_f:.0f} {unit}" if size_f >= 10 else f"{size_f:.1f} {unit}"
        size = int(size_f)
    return f"{size} B"
