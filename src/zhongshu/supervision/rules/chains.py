"""A kept order of steps: what it must tell, and that it fits into the time of the matter: D-14, D-18."""

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from zhongshu.kernel.verdicts import YES, Verdict, no

MOST_STEPS, MOST_DAYS = 12, 120


def D_14_steps(count: int) -> Verdict:
    """A chain has two steps or more, each a task of its own with one who leads it, and not more than can be kept in view."""
    if 2 <= count <= MOST_STEPS:
        return YES
    return no(
        "no_chain_of_steps",
        _("步骤模板要有 2 到 %(most)s 步。") % {"most": MOST_STEPS},
        _("只有一步的，直接交办或分解即可。"),
        rule="D-14",
    )


def D_18_chain_fits(ends: date, *, whole: date) -> Verdict:
    """All steps together end no later than the whole. {D}"""
    if ends <= whole:
        return YES
    return no(
        "chain_outruns_whole",
        _("各步合计要到 %(ends)s，晚于本事项时限 %(due)s。")
        % {"ends": ends.isoformat(), "due": whole.isoformat()},
        _("请另选步骤少、时间短的模板，或先为本事项申请延期。"),
        rule="D-18",
    )


def D_18_step_is_over(open_numbers: Collection[str]) -> Verdict:
    """One step after another: the next one is not handed out over one that is still worked at. {D}"""
    if not open_numbers:
        return YES
    return no(
        "step_at_work",
        _("上一步 %(numbers)s 还在办理，审核通过后自动交办下一步。") % {"numbers": "、".join(open_numbers)},
        _("不再需要上一步的，先终止它。"),
        rule="D-18",
    )
