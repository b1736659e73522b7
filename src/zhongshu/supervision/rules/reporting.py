"""How often a unit may be asked to report: D-24, and the burden guard D-26."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from django.conf import settings
from django.utils.translation import gettext as _

from zhongshu.kernel.verdicts import YES, Verdict, no
from zhongshu.supervision.models import Cycle
from zhongshu.supervision.rules.sources import JF_7

A_YEAR = {Cycle.WEEKLY: 52, Cycle.MONTHLY: 12, Cycle.QUARTERLY: 4, Cycle.MILESTONE: 4, Cycle.YEARLY: 1}


def D_24_short_cycle(cycle: str, *, basis: str, until: date | None, today: date) -> Verdict:
    """A cycle shorter than monthly has a basis and ends within the days set. {D from D-26}"""
    if cycle != Cycle.WEEKLY:
        return YES
    last = today + timedelta(days=short_cycle_days())
    if basis.strip() and until is not None and today < until <= last:
        return YES
    return no(
        "short_cycle_unfounded",
        _("每周回告要写明依据，并定一个不晚于 %(last)s 的截止日。") % {"last": last.isoformat()},
        _("请补上依据和截止日；没有必要每周报的，改为每月。"),
        rule="D-24",
        source=JF_7,
    )


def short_cycle_days() -> int:
    """For how many days a cycle shorter than monthly may be set at a time. conv."""
    return int(settings.RULES["D-24.short_cycle_days"])


def opens_before(cycle: str) -> int:
    """How many working days before its due day a round is laid before the unit. conv."""
    windows = settings.RULES["D-24.opens_working_days"]
    return int(windows.get(cycle, windows["quarterly"]))


def reminds_before() -> int:
    """How many working days before its due day an open round is reminded of. conv."""
    return int(settings.RULES["D-24.reminds_working_days"])


def D_26_reports_a_month(cycles: Collection[str], *, unit: str) -> Verdict:
    """One unit is not asked for more reports a month than set, all its matters together. {S}, the number conv."""
    most = int(settings.RULES["D-26.reports_a_month_at_most"])
    asked = sum(A_YEAR.get(Cycle(cycle), 0) for cycle in cycles)
    weekly = sum(cycle == Cycle.WEEKLY for cycle in cycles)
    if asked <= most * 12:
        return YES
    return no(
        "too_many_reports",
        _("这样一来，%(unit)s每月要报 %(asked)s 次，超过上限 %(most)s 次；其中每周报的有 %(weekly)s 件。")
        % {"unit": unit, "asked": round(asked / 12, 1), "most": most, "weekly": weekly},
        _("请改用更长的周期或按节点回告，或先把这个单位不再需要每周报的事项改为每月。"),
        rule="D-26",
        source=JF_7,
    )


def D_26_milestones(days: Sequence[date], *, whole: date | None) -> Verdict:
    """Milestones are few, each on its own day, in order, none after the matter's own date. conv."""
    most = int(settings.RULES["D-26.milestones_at_most"])
    if not days or len(days) > most:
        return no(
            "milestones_number",
            _("按节点回告要设 1 到 %(most)s 个节点。") % {"most": most},
            _("请只留下真正要看结果的节点。"),
            rule="D-26",
            source=JF_7,
        )
    if len(set(days)) != len(days) or (whole is not None and max(days) > whole):
        return no(
            "milestone_days",
            _("每个节点一个日期，不能重复，也不能晚于办结时限。"),
            _("请改日期；办结时限要变的，先办延期。"),
            rule="D-24",
        )
    return YES


def D_26_figures(number: int) -> Verdict:
    """No more figures of a period are asked with one matter than set. conv."""
    most = int(settings.RULES["D-26.figures_at_most"])
    if number <= most:
        return YES
    return no(
        "too_many_figures",
        _("一件事一期最多要 %(most)s 项数据。") % {"most": most},
        _("请只要判断进展用得着的。"),
        rule="D-26",
        source=JF_7,
    )


def D_26_asked_once(before: Sequence[str], *, reason: str) -> Verdict:
    """What a unit was asked for is not asked again without a reason: one fact is asked once. {D}"""
    if not before or reason.strip():
        return YES
    return no(
        "asked_before",
        _("%(told)s。") % {"told": "；".join(before)},
        _("请直接用已报的数；确需再要的，写明理由后再提交，会记入重复索取。"),
        rule="D-26",
        source=JF_7,
    )
