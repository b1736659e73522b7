"""Review of a conclusion (rule D-08): asked for within thirty days, decided within thirty, by others.

The days are calendar days, as the norm says 日; a last day on which organs rest moves to the next working day.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.utils.translation import gettext as _

from zhongshu.inspections.rules.sources import DC_17
from zhongshu.kernel.verdicts import YES, Verdict, no, not_yours
from zhongshu.kernel.worktime import Limit, Unit

THIRTY_DAYS = Limit(30, Unit.CALENDAR_DAYS)
"""Within which a review is asked for, from the day the conclusion came; and decided, from the day it is asked for."""


def D_08_in_time(*, ask_until: date, today: date) -> Verdict:
    """A unit asks within thirty days of having been told. {V}"""
    if today <= ask_until:
        return YES
    return no(
        "asked_too_late",
        _("申请复核的期限到 %(day)s 为止，已经过了（%(source)s）。")
        % {"day": ask_until.isoformat(), "source": DC_17},
        _("结论已经生效；有新情况的，请向督查部门书面反映。"),
        rule="D-08",
        source=DC_17,
    )


def D_08_by_others(
    *, seats: Iterable[int], took_part: Collection[int], kin: Mapping[int, Collection[int]]
) -> Verdict:
    """Who took part in the conclusion does not decide on its review, nor does a relative of theirs. {V}"""
    mine, theirs = set(seats), set(took_part)
    if mine & theirs or any(theirs & set(kin.get(seat, ())) for seat in mine):
        return not_yours(
            "reviews_own_conclusion",
            _("参加过这次督查的人（和他们登记的亲属）要回避，不能办理复核。"),
            _("请由没有参加督查的领导办理。"),
            rule="D-08",
        )
    return YES


def D_08_reported_anew(*, overturned: int) -> Verdict:
    """What a review changed or withdrew is reported anew to those who had the report; nothing else is. {D from V}"""
    if overturned:
        return YES
    return no(
        "report_still_holds",
        _("专报报送以后没有结论被变更或者撤销，不用重报。"),
        _("复核决定作出以后再来。"),
        rule="D-08",
        source=DC_17,
    )
