from collections.abc import Sequence
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from zhongshu.inspections import policies, queries
from zhongshu.inspections.models import Designation, Inspection, State
from zhongshu.inspections.services.approve import stop
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import Conflict, Refusal, refuse_faults
from zhongshu.org import queries as org
from zhongshu.platform.files.models import File
from zhongshu.platform.journal import services as journal
from zhongshu.platform.notify import services as notify
from zhongshu.platform.notify.models import Weight
from zhongshu.platform.usecases.registry import use_case


@use_case("inspections.designate")
def designate(
    *,
    actor: Actor,
    organ_id: int,
    unit_id: int,
    matter: str,
    scope: str,
    unit_ids: Sequence[int],
    duty: str,
    starts_on: date,
    ends_on: date,
    paper: str,
    file: File,
    at: datetime,
) -> Designation:
    """Designate a department in writing to inspect for the organ: matter, scope, duty and term (rule D-05).

    ``unit_ids`` are the units it may inspect; ``paper`` names the paper, ``file`` is the paper itself.
    """
    policies.may_designate(actor, organ_id).require()
    told = {"matter": matter, "scope": scope, "duty": duty, "paper": paper, "unit_ids": unit_ids}
    faults: dict[str, object] = {name: _("请填写。") for name, value in told.items() if not _given(value)}
    if ends_on < starts_on:
        faults["ends_on"] = _("结束要在开始之后。")
    if unit_id in unit_ids:
        faults["unit_ids"] = _("部门不能督查自己。")
    refuse_faults(faults, "designation_has_faults", _("书面指定还有 %(count)s 处要改。"), rule="D-05")
    made = Designation.objects.create(
        organ=org.unit(organ_id), unit=org.unit(unit_id), matter=matter.strip(), scope=scope.strip(),
        duty=duty.strip(), starts_on=starts_on, ends_on=ends_on, paper=paper.strip(), file=file,
        given_by_id=actor.acting_for or actor.person_id or 0, given_at=at,
    )  # fmt: skip
    made.units.set(unit_ids)
    facts = {
        "unit": made.unit.short_name,
        "matter": made.matter,
        "paper": made.paper,
        "until": ends_on.isoformat(),
    }
    journal.record(stream=made.stream, verb="inspections.designated", actor=actor, at=at, data=facts)
    _tell(made, on_record("书面指定督查：%(matter)s（%(paper)s）") % facts, at=at)
    return made


@use_case("inspections.withdraw_designation")
def withdraw_designation(*, actor: Actor, designation_id: int, reason: str, at: datetime) -> Designation:
    """Take a designation back with the reason, before an inspection on it has begun (rule D-05).

    Plans that rest on it are not approved any more. Conflict where one is running: that is stopped, not undone.
    """
    one = queries.designation_for_update(actor, designation_id)
    policies.may_designate(actor, one.organ_id).require()
    words = reason.strip()
    if not words:
        raise Refusal("no_reason", _("请写明理由。"), fields={"reason": _("请写明理由。")}, rule="D-05")
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
    one.withdrawn_by_id, one.withdrawn_at = actor.acting_for or actor.person_id, at
    one.withdrawn_because = words[:300]
    one.save(update_fields=["withdrawn_by", "withdrawn_at", "withdrawn_because"])
    journal.record(
        stream=one.stream, verb="inspections.designation_withdrawn", actor=actor, at=at, data=facts
    )
    _tell(one, on_record("书面指定撤回：%(matter)s（%(paper)s）。%(reason)s") % facts, at=at)
    return one


def _tell(one: Designation, words: str, *, at: datetime) -> None:
    """The department hears of it."""
    url = reverse("inspections:designations")
    for person in org.receivers(one.unit_id, local_day(at)):
        notify.tell(person_id=person.pk, subject=one.stream, text=words, url=url, at=at, weight=Weight.TELL)


def _given(value: object) -> bool:
    return bool(value.strip() if isinstance(value, str) else value)
