from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from zhongshu.inspections import queries, rules
from zhongshu.inspections.models import INSPECTION, Designation, Inspection, State
from zhongshu.inspections.services import trail
from zhongshu.inspections.services.asked import approver_there
from zhongshu.inspections.services.number import next_number
from zhongshu.inspections.services.team import Team, keep_team, lawful_team
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import refuse_faults
from zhongshu.matters import services as matters
from zhongshu.matters.models import Role
from zhongshu.org import queries as org
from zhongshu.org.models import Unit
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision.policies import may_approve, may_supervise


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What an inspection is to be: its content, objects and scope (督查方案, rule D-04), its team and who approves it.

    ``desk_id``         the unit that inspects; a department gives the ``designation_id`` on which it may.
    ``member_ids``      the team, its proposed leader among them.   ``occasion`` the incident or clue, where there is one.
    ``starts_on``, ``ends_on``  its term, both days included.
    ``instead_ids``     who takes the places of members who are on leave then.
    """

    desk_id: int
    kind: str
    title: str
    content: str
    scope: str
    basis: str
    unit_ids: tuple[int, ...]
    approver_id: int
    leader_id: int | None
    member_ids: tuple[int, ...]
    starts_on: date
    ends_on: date
    occasion: str = ""
    designation_id: int | None = None
    instead_ids: tuple[int, ...] = ()


@use_case("inspections.plan")
def plan_inspection(*, actor: Actor, plan: Plan, at: datetime) -> Inspection:
    """Draw up an inspection and lay it before its approver.

    Refuses a department without a designation that covers it (D-05), a kind that is none (D-02), a team without
    exactly one leader (D-06), with somebody of an inspected unit (D-12) or on leave, and an approver who is on leave.
    """
    today = local_day(at)
    designation = queries.designation(actor, plan.designation_id) if plan.designation_id else None
    unit = designation.unit if designation else org.unit(plan.desk_id)
    organ = designation.organ if designation else unit.organ or unit
    _require_standing(actor, plan, organ, designation)
    _require_whole(plan, organ, unit, today)
    rules.D_02_kind(plan.kind, occasion=plan.occasion).require()
    units = [org.unit(one) for one in dict.fromkeys(plan.unit_ids)]
    asked = Team(plan.leader_id, tuple(dict.fromkeys(plan.member_ids)))
    team = lawful_team(
        asked, units, desk=unit, first=plan.starts_on, last=plan.ends_on, today=today,
        instead_ids=plan.instead_ids,
    )  # fmt: skip
    approver_there(plan.approver_id, organ, today=today, due=plan.starts_on)
    inspection = _made(plan, organ, unit, designation, actor=actor, at=at)
    inspection.units.set(units)
    keep_team(inspection, team)
    matters.assign(inspection.matter, Role.APPROVE, person_id=plan.approver_id, due=plan.starts_on, at=at)
    told = on_record("请批准督查方案：%(title)s") % {"title": plan.title}
    matters.tell_person(inspection.matter, plan.approver_id, told, url=trail.address(inspection), at=at)
    facts = {"units": "、".join(one.short_name for one in units), "basis": inspection.basis}
    trail.keep(inspection, "planned", actor=actor, at=at, kind=plan.kind, **facts, **team.as_told())
    return inspection


def _require_standing(actor: Actor, plan: Plan, organ: Unit, designation: Designation | None) -> None:
    if designation is None and may_supervise(actor, organ.pk):
        return
    rules.D_05_designated(
        designation,
        desks=queries.desks(actor),
        units=plan.unit_ids,
        first=plan.starts_on,
        last=plan.ends_on,
    ).require()


def _require_whole(plan: Plan, organ: Unit, unit: Unit, today: date) -> None:
    """All that is missing or does not fit, told at once (D-04: content, object and scope; D-01: approver and basis)."""
    told = {name: getattr(plan, name) for name in ("title", "content", "scope", "basis")}
    faults: dict[str, object] = {name: _("请填写。") for name, value in told.items() if not value.strip()}
    if not plan.unit_ids:
        faults["unit_ids"] = _("请选被督查的单位。")
    elif unit.pk in plan.unit_ids:
        faults["unit_ids"] = _("不能督查本单位自己。")
    if plan.starts_on < today:
        faults["starts_on"] = _("请选今天或以后的日期。")
    if plan.ends_on < plan.starts_on:
        faults["ends_on"] = _("结束要在开始之后。")
    approver = org.actor_of(org.person(plan.approver_id), today)
    if not may_approve(approver, organ.pk):
        faults["approver_id"] = _("请选有督办审批职责的领导。")
    refuse_faults(faults, "plan_has_faults", _("督查方案还有 %(count)s 处要改。"), rule="D-04")


def _made(
    plan: Plan, organ: Unit, unit: Unit, designation: Designation | None, *, actor: Actor, at: datetime
) -> Inspection:
    opening = matters.Opening(
        kind=INSPECTION, state=State.PLANNED, title=plan.title.strip(), body=plan.content.strip(),
        organ_id=organ.pk, unit=unit, due=plan.ends_on,
    )  # fmt: skip
    matter = matters.open_matter(opening, number=next_number(organ, actor=actor, at=at), actor=actor, at=at)
    return Inspection.objects.create(
        matter=matter, kind=plan.kind, occasion=plan.occasion.strip(), scope=plan.scope.strip(),
        basis=plan.basis.strip(), approver_id=plan.approver_id, designation=designation,
        starts_on=plan.starts_on, ends_on=plan.ends_on,
    )  # fmt: skip
