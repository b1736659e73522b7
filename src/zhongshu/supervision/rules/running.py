"""While a matter is carried out: a later date (D-20; of a petition T-07), the signature under feedback (D-21)."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils.translation import gettext as _

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.verdicts import YES, Verdict, no
from zhongshu.kernel.worktime import Calendar
from zhongshu.supervision.rules.sources import CONVENTION, XF_34


def D_20_extension(*, at: datetime, current_due: date, new_due: date, granted: int) -> Verdict:
    """Asked before the date, for a later date, not more often than set. conv."""
    if local_day(at) > current_due:
        return no(
            "extension_too_late",
            _("时限已过，不能再申请延期；考核仍按原定时限。"),
            _("请在进展中说明逾期原因，抓紧办结。"),
            rule="D-20",
            source=CONVENTION,
        )
    if new_due <= current_due:
        return no("extension_not_later", _("新时限要晚于现时限。"), _("请重新选择日期。"), rule="D-20")
    if granted >= int(settings.RULES["D-20.extensions_at_most"]):
        return no(
            "extensions_used_up",
            _("这件事延期次数已用完。"),
            _("请直接向交办领导说明情况。"),
            rule="D-20",
            source=CONVENTION,
        )
    return YES


def D_20_handed_out_again(before: date | None, due: date) -> date:
    """The day assessed after an objection: ``due``, but never later than what the same unit was given ``before``. {D}"""
    return min(before, due) if before else due


def D_20_granted(new_due: date, *, today: date, current_due: date) -> Verdict:
    """A date that has gone by meanwhile, or that is no later one any more, cannot be granted. conv."""
    if new_due >= today and new_due > current_due:
        return YES
    if new_due >= today:
        return no(
            "extension_not_later",
            _("办结时限已改为 %(due)s，申请的新时限不再晚于它。") % {"due": current_due.isoformat()},
            _("请选“不同意”；时间仍不够的，由承办单位按现时限重新申请。"),
            rule="D-20",
            source=CONVENTION,
        )
    return no(
        "extension_date_is_past",
        _("申请的新时限 %(due)s 已经过去，不能再批准。") % {"due": new_due.isoformat()},
        _("请选“不同意”，由承办单位在进展中说明逾期原因，抓紧办结。"),
        rule="D-20",
        source=CONVENTION,
    )


def T_07_extension(new_due: date, *, original_due: date, since: date, calendar: Calendar) -> Verdict:
    """A petition is put off by 30 days at most: after the 60 from its acceptance, or a later date it was given. {V}"""
    limit = int(settings.RULES["D-19.default_calendar_days"].get("petition", 60))
    ends = max(calendar.on_or_after(since + timedelta(days=limit)), original_due)
    latest = calendar.on_or_after(ends + timedelta(days=30))
    if new_due <= latest:
        return YES
    return no(
        "petition_put_off_too_long",
        _("信访事项最多延长30日，到 %(day)s 为止。") % {"day": latest.isoformat()},
        _("请选这一天以前的日期，并把延期理由告知信访人。"),
        rule="T-07",
        source=XF_34,
    )


def D_21_feedback_signed(*, signed_by: int | None, heads: Iterable[int]) -> Verdict:
    """Feedback carries the sign of the leader of the unit. conv., can be switched off."""
    if not signs_feedback() or signed_by in set(heads):
        return YES
    return no(
        "feedback_unsigned",
        _("办结反馈要由本单位负责人签字。"),
        _("请选择签字的单位负责人，或由负责人本人报送。"),
        rule="D-21",
        source=CONVENTION,
    )


def signs_feedback() -> bool:
    """Whether rule D-21 is in force here."""
    return bool(settings.RULES["D-21.leader_signs"])
