"""What becomes of a finding: a supervised matter of its own, part of one that is open, or nothing, and why."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from zhongshu.inspections import policies, queries
from zhongshu.inspections.models import Finding, Settled
from zhongshu.inspections.services import trail
from zhongshu.kernel import reasons
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import Conflict, Refusal
from zhongshu.matters import services as matters
from zhongshu.matters.models import LinkKind
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import queries as supervision
from zhongshu.supervision import services as docketing
from zhongshu.supervision.models import Directive, Origin


@use_case("inspections.follow_finding")
def follow_finding(
    *,
    actor: Actor,
    finding_id: int,
    desk_id: int,
    title: str,
    requirement: str,
    due: date | None = None,
    approver_id: int | None,
    basis: str,
    another_because: str = "",
    at: datetime,
) -> Finding:
    """Docket a finding as a supervised matter that its unit leads, with the inspection as its origin (D-09, D-27).

    Where it looks like an open matter (D-04) it is refused, unless ``another_because`` says why it is another one.
    """
    finding = _pending(actor, finding_id)
    inspection = finding.inspection
    task = docketing.Task(
        title=title.strip(),
        requirement=requirement.strip() or finding.text,
        lead_id=finding.unit_id,
        due=due,
        origin=Origin.INSPECTION,
        source_title=inspection.matter.title,
        source_number=inspection.matter.number,
        source_organ=on_record("督查组"),
        source_date=finding.step.on if finding.step else local_day(at),
        source_excerpt=finding.text,
        basis=basis,
        approver_id=approver_id,
    )
    choice = docketing.Decided(how="go_on" if another_because.strip() else "", reason=another_because)
    opened = docketing.enter(actor=actor, unit_id=desk_id, tasks=[task], decided=[choice], at=at)
    return _followed(finding, opened[0], actor=actor, at=at)


@use_case("inspections.join_finding")
def join_finding(*, actor: Actor, finding_id: int, directive_id: int, at: datetime) -> Finding:
    """Say that a finding is dealt with by a matter that its unit carries out already."""
    finding = _pending(actor, finding_id)
    directive = supervision.get(actor, directive_id)
    if not directive.matter.is_open or directive.matter.lead_unit_id != finding.unit_id:
        told = _("请选这个单位牵头、还没有办结的督办事项。")
        raise Refusal("not_its_matter", told, fields={"directive_id": told})
    return _followed(finding, directive, actor=actor, at=at)


@use_case("inspections.leave_finding")
def leave_finding(*, actor: Actor, finding_id: int, reason: str, at: datetime) -> Finding:
    """Say why a finding needs no follow-up."""
    finding = _pending(actor, finding_id)
    words = reasons.given(reason, _("请写明为什么不立督办。"), rule="D-07")
    finding.settled, finding.reason = Settled.NO_FOLLOW_UP, words[:300]
    finding.save(update_fields=["settled", "reason"])
    facts = {"text": finding.text, "reason": words}
    trail.keep(finding.inspection, "finding_left", actor=actor, at=at, **facts)
    return finding


def _pending(actor: Actor, finding_id: int) -> Finding:
    """The finding with its inspection locked, if it is ``actor``'s to settle and still open."""
    seen = queries.finding(actor, finding_id)
    inspection = queries.inspection_for_update(actor, seen.inspection_id)
    policies.require(actor, "follow_finding", inspection)
    finding = queries.finding(actor, finding_id)
    finding.inspection = inspection
    if finding.settled != Settled.PENDING:
        raise Conflict("finding_is_settled", _("这个问题已经处理过了。"), hint=_("请刷新页面。"))
    return finding


def _followed(finding: Finding, directive: Directive, *, actor: Actor, at: datetime) -> Finding:
    finding.settled, finding.directive = Settled.FOLLOWED, directive
    finding.save(update_fields=["settled", "directive"])
    matters.link(directive.matter, LinkKind.ARISES_FROM, finding.inspection.matter, at=at)
    facts = {"text": finding.text, "number": directive.matter.number}
    trail.keep(finding.inspection, "finding_followed", actor=actor, at=at, **facts)
    return finding
