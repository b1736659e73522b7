"""Everything that is wrong with a contract or a project, found at once."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from zhongshu.approvals.models import Approval, Status
from zhongshu.finance import queries, rules
from zhongshu.finance.drafts import Plan
from zhongshu.finance.models import UndertakingKind
from zhongshu.finance.services.faults_decision import decision_faults
from zhongshu.kernel.actors import Actor
from zhongshu.matters.models import Matter
from zhongshu.org.models import Unit

Fault = tuple[str, object]


def plan_faults(plan: Plan, *, actor: Actor, unit: Unit, but: int = 0) -> dict[str, object]:
    """All faults by field; empty when it can be handed in. ``but`` is the matter being amended."""
    steps = (
        _written(plan),
        _project(plan, actor, but),
        _basis(plan, actor),
        _decision(plan, actor, unit, but),
    )
    return {name: told for step in steps for name, told in step}


def _written(plan: Plan) -> Iterator[Fault]:
    if not plan.title.strip():
        yield "title", _("请填写名称。")
    if not plan.party.strip():
        yield "party", _("请填写对方单位。")
    if plan.party_code and not rules.is_credit_code(plan.party_code.strip().upper()):
        yield "party_code", _("统一社会信用代码应为 18 位，且最后一位校验正确。")
    if plan.amount <= 0:
        yield "amount", _("金额应大于零。")
    if plan.ends_on < plan.starts_on:
        yield "ends_on", _("结束日期在开始日期之前。")


def _project(plan: Plan, actor: Actor, but: int) -> Iterator[Fault]:
    """A contract stays within its project, which is locked meanwhile."""
    if plan.project_id is None:
        return
    project = queries.undertaking_for_update(plan.project_id)
    offered = queries.open_for(actor, UndertakingKind.PROJECT).filter(pk=plan.project_id)
    if project is None or plan.kind != UndertakingKind.CONTRACT or not offered.exists():
        yield "project_id", _("所选项目还没有批准，或者不在您的知悉范围内。")
        return
    bound = queries.bound_by(project, but=but)
    verdict = rules.within_the_whole(bound + plan.amount, project.amount, project.matter.title)
    if not verdict:
        yield "project_id", verdict.told


def _basis(plan: Plan, actor: Actor) -> Iterator[Fault]:
    if plan.basis_id is None:
        return
    approved = Approval.objects.filter(pk=plan.basis_id, status=Status.APPROVED)
    if not approved.filter(matter__in=Matter.objects.visible_to(actor)).exists():
        yield "basis_id", _("请关联已经批准的审批件。")


def _decision(plan: Plan, actor: Actor, unit: Unit, but: int) -> Iterator[Fault]:
    if plan.decision_id is not None:
        yield from decision_faults(plan.decision_id, plan.amount, actor, unit, but)
