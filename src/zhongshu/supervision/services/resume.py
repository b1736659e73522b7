"""The clock of a matter runs on, with what was left of its time (rule T-09)."""

from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.kernel import reasons
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import Conflict
from zhongshu.matters import services as matters
from zhongshu.matters.models import Role
from zhongshu.platform.usecases.registry import use_case
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import policies, queries, rules
from zhongshu.supervision.models import Directive
from zhongshu.supervision.services import rounds, trail


@use_case("supervision.resume")
def resume(*, actor: Actor, directive_id: int, reason: str, at: datetime) -> Directive:
    """The clock runs on: the working days that were left are counted from the day after today.

    A part does not run on while its whole stands, nor beyond the whole's date: what is cut off is recorded.
    Parts that stopped along with this matter run on with it.
    """
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "resume", directive)
    directive.require("resume")
    whole = queries.open_whole(directive.matter)
    if whole is not None and whole.stopped_on is not None:
        raise Conflict(
            "whole_stands", _("上级事项还在中止，分解任务不能先恢复。"), hint=_("请先恢复上级事项。")
        )
    _run_on(directive, reasons.given(reason, rule="T-09"), actor=actor, at=at)
    return directive


def _run_on(directive: Directive, reason: str, *, actor: Actor, at: datetime) -> None:
    directive.move("resume")
    stopped, matter, today = queries.running_suspension(directive), directive.matter, local_day(at)
    assert stopped is not None and stopped.days_left is not None
    due = rules.T_09_resumed_due(today, stopped.days_left, workdays.calendar())
    whole = queries.open_whole(matter)
    bound = max(whole.current_due, today) if whole is not None and whole.current_due else due
    cut = due > bound
    stopped.resumed_on, stopped.new_due = today, min(due, bound)
    stopped.resumed_by_id, stopped.resume_reason = actor.person_id, reason
    stopped.save()
    matter.stopped_on, matter.current_due = None, stopped.new_due
    matter.due_is_provisional = workdays.calendar().is_provisional(stopped.new_due)
    matter.light = matters.light_on(today, stopped.new_due)
    matters.finish_all(matter, actor=actor, at=at, roles=(Role.HANDLE,), opinion=reason)
    matters.redate(matter, stopped.new_due)
    facts = {"reason": reason, "due": stopped.new_due.isoformat(), "left": stopped.days_left}
    trail.keep(directive, "resumed", actor=actor, at=at, cut=due.isoformat() if cut else "", **facts)
    rounds.begin(directive, at=at)
    told = on_record("恢复计时，时限%(due)s：%(title)s") % {"due": stopped.new_due, "title": matter.title}
    assert matter.lead_unit_id is not None
    matters.tell_unit(matter, matter.lead_unit_id, told, url=trail.address(directive), at=at)
    for part in queries.open_parts_for_update(directive.pk):
        along = queries.running_suspension(part)
        if part.can("resume") and along is not None and along.along_with_id == stopped.pk:
            _run_on(part, reason, actor=actor, at=at)
