"""Inspections as answers, as far as the asker may know them."""

from typing import Any

from zhongshu.api.schemas import inspections as told
from zhongshu.api.tellings import conclusions
from zhongshu.api.tellings.conclusions import findings_of
from zhongshu.api.tellings.named import units_named
from zhongshu.api.tellings.records import each
from zhongshu.api.tellings.supervision import attached, timeline
from zhongshu.inspections import queries
from zhongshu.inspections.models import Inspection, Settled
from zhongshu.kernel.paging import Page
from zhongshu.kernel.requests import Request

_ROW = ("kind", "starts_on", "ends_on")
_PLAN = ("occasion", "scope", "basis", "designation_id", "reason")


def line(one: Inspection, *, found: int, pending: int) -> told.InspectionLine:
    """An inspection as a row."""
    matter = one.matter
    return told.InspectionLine(
        id=matter.pk, number=matter.number, title=matter.title, state=matter.state,
        unit=matter.unit.short_name, units=units_named(one.units.all()), found=found, pending=pending,
        **{name: getattr(one, name) for name in _ROW},
    )  # fmt: skip


def lines(page: Page[Any]) -> told.InspectionLines:
    """A page of inspections."""
    rows = [line(one, found=one.found, pending=one.pending) for one in page.rows]
    return told.InspectionLines(rows=rows, next_cursor=page.next_cursor)


def inspection(request: Request, matter_id: int) -> told.Inspection:
    """One inspection whole."""
    actor, one = request.actor, queries.inspection(request.actor, matter_id)
    findings = findings_of(actor, one.findings.all())
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
            conclusions.line(made) for made in one.conclusions.select_related("matter", "unit").order_by("pk")
        ],
        files=attached(one.matter),
        offered=queries.offered(actor, one),
        timeline=timeline(request, one.matter.stream),
    )
