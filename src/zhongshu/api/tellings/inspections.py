"""Inspections, their conclusions and designations as answers, each as far as the asker may know it."""

from collections.abc import Iterable
from typing import Any

from zhongshu.api.schemas import inspections as told
from zhongshu.api.tellings.records import each
from zhongshu.api.tellings.supervision import attached, timeline
from zhongshu.inspections import queries
from zhongshu.inspections.models import Conclusion, Designation, Finding, Inspection, Settled
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.paging import Page
from zhongshu.kernel.requests import Request
from zhongshu.matters.models import Matter
from zhongshu.org.models import Unit

_ROW = ("kind", "starts_on", "ends_on")
_PLAN = ("occasion", "scope", "basis", "designation_id", "reason")
_DESIGNATION = (
    "id", "organ_id", "unit_id", "matter", "scope", "duty", "starts_on", "ends_on", "paper", "given_at",
    "withdrawn_at", "withdrawn_because",
)  # fmt: skip


def line(one: Inspection, *, found: int, pending: int) -> told.InspectionLine:
    """An inspection as a row."""
    matter = one.matter
    return told.InspectionLine(
        id=matter.pk, number=matter.number, title=matter.title, state=matter.state,
        unit=matter.unit.short_name, units=_units(one.units.all()), found=found, pending=pending,
        **{name: getattr(one, name) for name in _ROW},
    )  # fmt: skip


def lines(page: Page[Any]) -> told.InspectionLines:
    """A page of inspections."""
    rows = [line(one, found=one.found, pending=one.pending) for one in page.rows]
    return told.InspectionLines(rows=rows, next_cursor=page.next_cursor)


def inspection(request: Request, matter_id: int) -> told.Inspection:
    """One inspection whole."""
    actor, one = request.actor, queries.inspection(request.actor, matter_id)
    findings = _findings(actor, one.findings.all())
    pending = sum(found.settled == Settled.PENDING for found in findings)
    return told.Inspection(
        **line(one, found=len(findings), pending=pending).dict(),
        **{name: getattr(one, name) for name in _PLAN},
        content=one.matter.body,
        approver=one.approver.name,
        members=[told.Member(id=m.person_id, name=m.person.name, leads=m.leads) for m in queries.team(one)],
        steps=each(told.Step, one.steps.prefetch_related("people")),
        findings=findings,
        conclusions=[
            conclusion_line(made) for made in one.conclusions.select_related("matter", "unit").order_by("pk")
        ],
        files=attached(one.matter),
        offered=queries.offered(actor, one),
        timeline=timeline(request, one.matter.stream),
    )


def conclusion_line(one: Conclusion) -> told.ConclusionLine:
    """A conclusion as a row."""
    return told.ConclusionLine(
        id=one.pk, number=one.matter.number, title=one.matter.title, standing=one.standing,
        unit=_unit(one.unit), fed_back_on=one.fed_back_on, ask_until=one.ask_until,
    )  # fmt: skip


def conclusion_lines(found: Iterable[Conclusion], next_cursor: str = "") -> told.ConclusionLines:
    """Conclusions as rows."""
    return told.ConclusionLines(rows=[conclusion_line(one) for one in found], next_cursor=next_cursor)


def conclusion(request: Request, matter_id: int) -> told.Conclusion:
    """One conclusion whole, with what was found with its unit and the review of it."""
    actor, one = request.actor, queries.conclusion(request.actor, matter_id)
    review = getattr(one, "review", None)
    return told.Conclusion(
        **conclusion_line(one).dict(),
        text=one.text,
        in_force=one.in_force,
        findings=_findings(actor, one.inspection.findings.filter(unit=one.unit)),
        review=told.Review.model_validate(review, from_attributes=True) if review else None,
        offered=queries.answers(actor, one),
        timeline=timeline(request, one.matter.stream),
    )


def designation(one: Designation) -> told.Designation:
    """A designation with the units that it is for."""
    words = {name: getattr(one, name) for name in _DESIGNATION}
    return told.Designation(**words, units=_units(one.units.all()))


def _findings(actor: Actor, found: Iterable[Finding]) -> list[told.Finding]:
    rows = each(told.Finding, found)
    ids = [one.directive_id for one in rows if one.directive_id]
    known = set(Matter.objects.visible_to(actor).filter(pk__in=ids).values_list("pk", flat=True))
    for one in rows:
        one.directive_id = one.directive_id if one.directive_id in known else None
    return rows


def _unit(unit: Unit) -> told.Named:
    return told.Named(id=unit.pk, name=unit.short_name)


def _units(units: Iterable[Unit]) -> list[told.Named]:
    return [_unit(unit) for unit in units]
