from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.approvals import grammar, queries
from zhongshu.approvals.models import KIND, Approval, Route, RouteVersion
from zhongshu.approvals.services import trail
from zhongshu.approvals.services.number import next_number, unit_of
from zhongshu.approvals.walking import Walk, begin, hand_in
from zhongshu.approvals.wording import DRAFTING
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Refusal, refuse_faults
from zhongshu.matters import services as matters
from zhongshu.matters.models import AttachmentRole, Matter, Urgency
from zhongshu.org.models import Unit
from zhongshu.platform.files.models import File
from zhongshu.platform.usecases.changes import remember
from zhongshu.platform.usecases.registry import use_case
from zhongshu.platform.workdays import queries as workdays

Chosen = Mapping[str, list[str]]


@use_case("approvals.submit")
def submit(
    *,
    actor: Actor,
    route: str,
    title: str,
    body: str,
    values: dict[str, str],
    at: datetime,
    chosen: Chosen | None = None,
    files: Sequence[File] = (),
    urgency: int = Urgency.NORMAL,
    draft: bool = False,
) -> Approval:
    """Start a paper along the route called ``route`` and hand it in, or keep it as a draft on one's own desk.

    ``values`` are the form as words, ``chosen`` staff numbers by stage, ``files`` stored files.
    Refuses a form with faults (all of them at once) and a route that cannot be walked today.
    """
    plan = startable(actor, route, KIND)
    unit, today = unit_of(actor), local_day(at)
    organ = unit.organ or unit
    due = workdays.calendar().shift(
        today, sum(stage.within for stage in grammar.Flow(plan.plan).stages.values())
    )
    opening = matters.Opening(
        kind=KIND,
        state=DRAFTING,
        title=title.strip(),
        body=body.strip(),
        organ_id=organ.pk,
        unit=unit,
        due=due,
        lead_unit_id=unit.pk,
        urgency=urgency,
    )
    matter = matters.open_matter(opening, number=next_number(organ, actor=actor, at=at), actor=actor, at=at)
    matters.attach(matter, files, role=AttachmentRole.SOURCE, at=at)
    walk = start(matter, plan, unit, values=values, chosen=chosen or {}, actor=actor, at=at)
    if not draft:
        enter(walk, values, "", actor=actor, at=at)
    trail.keep(walk, "drafted" if draft else "handed_in", actor=actor, at=at, values=shown(walk, values))
    return walk.approval


def start(
    matter: Matter,
    version: RouteVersion,
    unit: Unit,
    *,
    values: Mapping[str, str],
    chosen: Chosen,
    actor: Actor,
    at: datetime,
) -> Walk:
    """Lay a matter on its drafter's desk as a paper to be approved; part of a use case, also of floors above."""
    submitter_id = actor.in_name_of or 0
    approval = Approval(
        matter=matter,
        version=version,
        submitter_id=submitter_id,
        unit=unit,
        values=dict(values),
        chosen={code: list(numbers) for code, numbers in chosen.items()},
    )
    approval.save(force_insert=True)
    for row in (matter, approval):
        remember(row)
    walk = queries.walk_of(approval, local_day(at))
    walk.hands |= {(person, grammar.Power.APPLY.value) for person in actor.seats}
    begin(walk, trail.by(actor, at))
    return walk


def enter(
    walk: Walk,
    values: Mapping[str, str],
    opinion: str,
    *,
    others: Collection[str] = (),
    actor: Actor,
    at: datetime,
) -> None:
    """Hand the form in, if nothing is wrong with it; ``others`` as :func:`hand_in` has it. Part of a use case."""
    fields = walk.flow.route.fields
    clean = {one.code: values.get(one.code, "").strip() for one in fields}
    typed = grammar.typed(fields, clean)
    untied = grammar.untied(walk.flow.route, clean, workdays.calendar)
    unnamed = {
        f"chosen.{stage.code}": _("请选择“%(stage)s”由谁审批。") % {"stage": stage.title}
        for stage in walk.flow.left_to_drafter(typed)
        if not walk.casting.people(stage)
    }
    found = grammar.faults(fields, clean) | untied | unnamed
    refuse_faults(found, "form_has_faults", _("表单还有 %(count)s 处要改。"))
    hand_in(walk, trail.by(actor, at), typed, opinion, others)
    walk.approval.values = clean
    walk.approval.submitted_at = walk.approval.submitted_at or at


def startable(actor: Actor, route: str, kind: str) -> RouteVersion:
    """The version along which a new paper goes; a Refusal where ``actor`` cannot start one."""
    found: Route | None = queries.startable(actor, kind).filter(name=route).first()
    if found is None:
        raise Refusal(
            "route_not_open",
            _("这条审批路线现在不能发起。"),
            hint=_("请从“发起审批”里另选一种，或联系审批路线管理员。"),
        )
    return queries.current(found)


def shown(walk: Walk, values: Mapping[str, str]) -> dict[str, str]:
    """The form as written into the journal, label by label."""
    return {one.label: values.get(one.code, "") for one in walk.flow.route.fields if values.get(one.code)}
