from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from zhongshu.approvals import services as approvals
from zhongshu.finance import policies, queries, rules
from zhongshu.finance.drafts import Plan
from zhongshu.finance.models import Outlay, Undertaking, UndertakingKind
from zhongshu.finance.services import agreed_to
from zhongshu.finance.services.plan_faults import plan_faults
from zhongshu.finance.services.split import watch_splitting
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Conflict, refuse_faults
from zhongshu.matters import queries as matter_queries
from zhongshu.matters import services as matters
from zhongshu.matters.models import AttachmentRole, LinkKind, Matter
from zhongshu.org.models import Unit
from zhongshu.platform.usecases.changes import remember, save_changes
from zhongshu.platform.usecases.registry import use_case
from zhongshu.platform.workdays import queries as workdays

ROUTES = {UndertakingKind.CONTRACT: "contract", UndertakingKind.PROJECT: "major-project"}
EXPECTED_WORKING_DAYS = 10


@use_case("finance.submit_undertaking")
def submit_undertaking(*, actor: Actor, plan: Plan, at: datetime) -> Undertaking:
    """Hand a contract or a project in for approval; all its faults are told at once.

    From the threshold on its review and its approval ask for the decision of a meeting (M-15).
    """
    policies.may_claim(actor).require()
    kind = UndertakingKind(plan.kind)
    version, unit = approvals.startable(actor, ROUTES[kind], kind), approvals.unit_of(actor)
    _refuse(plan_faults(plan, actor=actor, unit=unit))
    one = Undertaking(
        matter=_opened(plan, kind, unit, actor=actor, at=at),
        kind=kind,
        handler_id=actor.in_name_of or 0,
        submitted_on=local_day(at),
    )
    _fill(one, plan, actor=actor, at=at)
    one.save(force_insert=True)
    values = values_of(one)
    walk = approvals.start(one.matter, version, unit, values={}, chosen={}, actor=actor, at=at)
    approvals.enter(walk, values, "", actor=actor, at=at)
    approvals.keep(walk, "handed_in", actor=actor, at=at, values=approvals.shown(walk, values))
    _watch(one, actor=actor, at=at)
    return one


@use_case("finance.amend_undertaking")
def amend_undertaking(
    *, actor: Actor, matter_id: int, plan: Plan, opinion: str = "", at: datetime
) -> Undertaking:
    """Change a contract or project that was given back and hand it in again."""
    one = queries.undertaking(actor, matter_id)
    policies.may_amend(actor, one).require()
    if one.kind != plan.kind:
        raise Conflict("another_kind", _("合同和项目不能互相改。"))
    _refuse(plan_faults(plan, actor=actor, unit=one.matter.unit, but=one.pk))
    remember(one)
    beside = queries.following(one)
    before = agreed_to.of_undertaking(one, one.matter.title, one.matter.body)
    _fill(one, plan, actor=actor, at=at)
    save_changes(one)
    matters.attach(one.matter, plan.files, role=AttachmentRole.EVIDENCE, at=at)
    others = agreed_to.changed(before, agreed_to.of_undertaking(one, plan.title, plan.body))
    told: dict[str, Any] = {"title": plan.title, "body": plan.body, "opinion": opinion, "others": others}
    approvals.hand_in_again(actor=actor, matter_id=matter_id, values=values_of(one), at=at, **told)
    _watch(one, also=(*beside, *queries.following(one)), actor=actor, at=at)
    return one


def values_of(one: Undertaking) -> dict[str, str]:
    """A contract or project as the conditions of its route read it."""
    large = "yes" if queries.limit_of(one) else "no"
    return {"amount": f"{one.amount:.2f}", "party": one.party, "large": large}


def _refuse(faults: dict[str, object]) -> None:
    refuse_faults(faults, "undertaking_has_faults", _("还有 %(count)s 处要改。"))


def _opened(plan: Plan, kind: UndertakingKind, unit: Unit, *, actor: Actor, at: datetime) -> Matter:
    """The matter of a new contract or project, numbered, with its files."""
    organ = unit.organ or unit
    opening = matters.Opening(
        kind=kind,
        state="drafting",
        title=plan.title.strip(),
        body=plan.body.strip(),
        organ_id=organ.pk,
        unit=unit,
        due=workdays.calendar().shift(local_day(at), EXPECTED_WORKING_DAYS),
        lead_unit_id=unit.pk,
    )
    number = approvals.next_number(organ, actor=actor, at=at)
    matter = matters.open_matter(opening, number=number, actor=actor, at=at)
    matters.attach(matter, plan.files, role=AttachmentRole.EVIDENCE, at=at)
    return matter


def _fill(one: Undertaking, plan: Plan, *, actor: Actor, at: datetime) -> None:
    one.party, one.amount = plan.party.strip(), plan.amount
    one.party_key, one.party_code = rules.payee_key(one.party), plan.party_code.strip().upper()
    one.starts_on, one.ends_on = plan.starts_on, plan.ends_on
    one.project_id, one.basis_id, one.decision_id = plan.project_id, plan.basis_id, plan.decision_id
    if one.decision_id is None and one.project is not None:
        one.decision_id = one.project.decision_id
    for origin in (plan.basis_id, plan.project_id):
        if origin:
            before = matter_queries.get(actor, origin)
            matters.link(one.matter, LinkKind.ARISES_FROM, before, at=at)


def _watch(one: Undertaking, *, actor: Actor, at: datetime, also: Iterable[Outlay] = ()) -> None:
    if one.is_contract:
        watch_splitting(one, also=also, actor=actor, at=at)
