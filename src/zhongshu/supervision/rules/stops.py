"""When the clock of a matter may stop, and how long that counts (rules D-30, T-09)."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _

from zhongshu.kernel.verdicts import YES, Verdict, no
from zhongshu.kernel.worktime import Calendar
from zhongshu.supervision.rules.sources import CONVENTION

Stop = tuple[date, date]


def D_30_suspension(*, today: date, current_due: date, review_on: date) -> Verdict:
    """Asked for before the date, and looked at again within the days set: no clock stands for ever. {D} conv."""
    if today > current_due:
        return no(
            "suspension_too_late",
            _("时限已过，不能再中止计时。"),
            _("请在进展中说明原因，抓紧办结。"),
            rule="D-30",
        )
    most = int(settings.RULES["D-30.suspended_at_most_days"])
    if today < review_on and (review_on - today).days <= most:
        return YES
    return no(
        "review_out_of_range",
        _("中止要定一个复核日期，在今天之后、%(most)s 天之内。") % {"most": most},
        _("到期由督查部门决定恢复或终止。"),
        rule="D-30",
        source=CONVENTION,
    )


def T_09_resumed_due(resumed_on: date, days_left: int, calendar: Calendar) -> date:
    """The day on which the working days that were left end, counted from the day after ``resumed_on``. {D}"""
    return calendar.shift(resumed_on, days_left) if days_left else calendar.on_or_after(resumed_on)


def D_20_assessed_due(original: date, stops: Iterable[Stop], calendar: Calendar) -> date:
    """The day that a matter is assessed on: the original, later by the working days that the clock stood. conv.

    An extension moves it not at all; a stop moves it, for time that did not run cannot be overrun.
    """
    stood = sum(calendar.count(since, until) for since, until in stops)
    return calendar.shift(original, stood) if stood > 0 else original


def D_18_parts_settled(*, parts: int, how: str, reason: str) -> Verdict:
    """Who ends or stops the whole says what becomes of its open parts. {D}"""
    if not parts or how == "follow" or (how == "go_on" and reason.strip()):
        return YES
    if how == "go_on":
        return no("parts_need_a_reason", _("分解任务继续办理的，要写明理由。"), rule="D-18")
    return no(
        "parts_undecided",
        _("还有 %(n)s 项分解任务在办，要写明怎样处理。") % {"n": parts},
        _("请选“一并处理”，或选“继续办理”并写理由。"),
        rule="D-18",
    )
