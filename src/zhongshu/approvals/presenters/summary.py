"""A paper in a few facts: who handed it in, who has it, by when."""

from datetime import date

from django.utils.translation import gettext as _

from zhongshu.approvals.models import Approval, LegState, SeatState, Status
from zhongshu.approvals.walking import Walk
from zhongshu.platform.workdays import queries as workdays
from zhongshu.ui.wording import Due, due_words, short_date


def due(approval: Approval, today: date) -> Due:
    """How far the date of the present stage is."""
    day = approval.matter.current_due
    if not approval.matter.is_open or day is None:
        return Due("")
    if approval.status == Status.SUSPENDED:
        return Due(_("停止计时"))
    left = workdays.calendar().count(today, day) if day > today else None
    return due_words(day, today, working_days=left)


def holders(walk: Walk) -> str:
    """Who has the paper now."""
    if not walk.approval.matter.is_open:
        return ""
    open_legs = {leg.number for leg in walk.legs if leg.state == LegState.OPEN}
    asked = [seat for seat in walk.seats if seat.leg in open_legs and seat.state == SeatState.OPEN]
    return _("、").join(dict.fromkeys(seat.person.name for seat in asked))


def _until(approval: Approval, today: date) -> str:
    """The day by which the stage is to be done; a stopped clock shows none, nor does a paper that is over."""
    day = approval.matter.current_due
    if day is None or not approval.matter.is_open:
        return ""
    return _("停止计时") if approval.status == Status.SUSPENDED else short_date(day, today)


def facts(approval: Approval, held_by: str, today: date) -> list[tuple[str, str]]:
    """The facts beside the paper."""
    version = approval.version
    route = _("%(title)s（第%(n)s版）") % {"title": version.route.title, "n": version.number}
    pairs = [
        (_("提交人"), f"{approval.submitter.name} · {approval.unit.short_name}"),
        (_("审批路线"), route),
        (_("在谁手里"), held_by),
        (_("本环节时限"), _until(approval, today)),
    ]
    return [pair for pair in pairs if pair[1]]
