from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.inspections import policies, queries
from zhongshu.inspections.models import Designation, Inspection, State
from zhongshu.inspections.services.approve import stop
from zhongshu.inspections.services.tell_designated import tell_designated
from zhongshu.kernel import reasons
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import Conflict
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case


@use_case("inspections.withdraw_designation")
def withdraw_designation(*, actor: Actor, designation_id: int, reason: str, at: datetime) -> Designation:
    """Take a designation back with the reason, before an inspection on it has begun (rule D-05).

    Plans that rest on it are not approved any more. Conflict where one is running: that is stopped, not undone.
    """
    one = queries.designation_for_update(actor, designation_id)
    policies.may_designate(actor, one.organ_id).require()
    words = reasons.given(reason, rule="D-05")
    if one.withdrawn_at:
        raise Conflict("designation_withdrawn", _("这份书面指定已经撤回。"), rule="D-05")
    resting = Inspection.objects.filter(designation=one)
    if resting.filter(matter__state=State.RUNNING).exists():
        told = _("按这份书面指定的督查已经开始，不能撤回。")
        raise Conflict("inspection_has_begun", told, rule="D-05", hint=_("确需停止的，请终止督查。"))
    facts = {"unit": one.unit.short_name, "matter": one.matter, "paper": one.paper, "reason": words}
    for planned in resting.filter(matter__state=State.PLANNED):
        why = on_record("书面指定已经撤回：%(reason)s") % facts
        stop(actor=actor, matter_id=planned.pk, reason=why, at=at)
    one.withdrawn_by_id, one.withdrawn_at = actor.in_name_of, at
    one.withdrawn_because = words[:300]
    one.save(update_fields=["withdrawn_by", "withdrawn_at", "withdrawn_because"])
    journal.record(
        stream=one.stream, verb="inspections.designation_withdrawn", actor=actor, at=at, data=facts
    )
    tell_designated(one, on_record("书面指定撤回：%(matter)s（%(paper)s）。%(reason)s") % facts, at=at)
    return one
