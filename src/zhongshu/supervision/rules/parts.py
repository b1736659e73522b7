"""The parts of a matter and the whole they belong to: D-18."""

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from zhongshu.kernel.verdicts import YES, Verdict, no


def D_18_part_due(due: date, *, whole: date, today: date) -> Verdict:
    """A part is due no later than the whole it belongs to (of a late whole: today). {D}"""
    if due <= max(whole, today):
        return YES
    return no(
        "part_outruns_whole",
        _("分解任务的时限不能晚于上级事项的时限 %(due)s。") % {"due": whole.isoformat()},
        _("请改早，或先为上级事项申请延期。"),
        rule="D-18",
    )


def D_18_no_open_parts(numbers: Collection[str]) -> Verdict:
    """The whole does not end over parts that are open: the lead answers for all of it. {D}"""
    if not numbers:
        return YES
    return no(
        "open_parts",
        _("还有 %(n)s 项分解任务没有办结销号：%(numbers)s。")
        % {"n": len(numbers), "numbers": "、".join(numbers)},
        _("请先办结这些任务，或终止不再需要的。"),
        rule="D-18",
    )
