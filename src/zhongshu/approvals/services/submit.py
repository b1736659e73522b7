from collections.abc import Mapping, Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.approvals import grammar, queries
from zhongshu.approvals.casting import OrgCasting
from zhongshu.approvals.models import KIND, Approval, Route, RouteVersion
from zhongshu.approvals.services import trail
from zhongshu.approvals.walking import Walk, begin, hand_in
from zhongshu.approvals.wording import DRAFTING
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Forbidden, Refusal
from zhongshu.matters import services as matters
from zhongshu.matters.models import AttachmentRole, Matter, Urgency
from zhongshu.org import queries as org
from zhongshu.org.models import Unit
from zhongshu.platform.files.models import File
from zhongshu.platform.numbering import services as numbering
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


@use_case("approvals.hand_in")
def hand_in_again(
    *,
    actor: Actor,
    matter_id: int,
    values: dict[str, str],
    opinion: str = "",
    at: datetime,
    chosen: Chosen | None = None,
) -> Approval:
    """Hand a draft in, or a paper that was given back, with the form as it is now."""
    approval = queries.for_update(actor, matter_id)
    walk = queries.walk_of(approval, local_day(at))
    if chosen is not None:
        approval.chosen = {code: list(numbers) for code, numbers in chosen.items()}
        walk.casting = OrgCasting(approval.unit, local_day(at), approval.chosen)
    enter(walk, values, opinion, actor=actor, at=at)
    trail.keep(walk, "handed_in", actor=actor, at=at, values=shown(walk, values), opinion=opinion)
    return approval


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
    submitter_id = actor.acting_for or actor.person_id or 0
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


def enter(walk: Walk, values: Mapping[str, str], opinion: str, *, actor: Actor, at: datetime) -> None:
    """Hand the form in, if nothing is wrong with it; part of a use case."""
    fields = walk.flow.route.fields
    clean = {one.code: values.get(one.code, "").strip() for one in fields}
    faults = grammar.faults(fields, clean)
    if faults:
        raise Refusal(
            "form_has_faults", _("表单还有 %(count)s 处要改。") % {"count": len(faults)}, fields=faults
        )
    hand_in(walk, trail.by(actor, at), grammar.typed(fields, clean), opinion)
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


def unit_of(actor: Actor) -> Unit:
    """The unit in which ``actor`` drafts: that of his first post today."""
    if actor.admin_role or actor.person_id is None:
        raise Forbidden("drafts_nothing", _("管理员账号不办理业务，不能发起审批。"))
    drafter = actor.acting_for or actor.person_id
    held = [one for one in org.appointments_of(drafter) if one.post.unit_id in actor.seat_unit_ids]
    if not held:
        raise Refusal("no_post", _("您现在没有任职，不能发起审批。"), hint=_("请联系机构人员管理员。"))
    primary = sorted(held, key=lambda one: (one.ends_on is not None, not one.is_primary))
    return org.unit(primary[0].post.unit_id)


def next_number(organ: Unit, *, actor: Actor, at: datetime) -> str:
    """The next number of an organ's papers; its series is made at its first use. Part of a use case."""
    prefix = organ.number_prefix or organ.short_name
    code = f"approvals:{organ.pk}"
    numbering.open_series(code, title=f"{prefix}审批", pattern=f"{prefix}审〔{{year}}〕{{n}}号")
    return numbering.next_number(code, local_day(at).year, actor=actor, at=at).text


def shown(walk: Walk, values: Mapping[str, str]) -> dict[str, str]:
    """The form as written into the journal, label by label."""
    return {one.label: values.get(one.code, "") for one in walk.flow.route.fields if values.get(one.code)}
