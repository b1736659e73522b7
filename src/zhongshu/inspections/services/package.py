"""What an inspection, and each of its conclusions, hands to the archive."""

from datetime import datetime

from zhongshu.archive.services import Package, attached_files, package_of
from zhongshu.inspections.models import Conclusion, Edition, Inspection, Report


def packed_inspection(inspection: Inspection, *, at: datetime) -> Package:
    """Its plan, team, steps, findings with what became of them, conclusions; its evidence, its journal."""
    matter = inspection.matter
    facts = {
        **matter.as_facts(),
        "inspection_kind": inspection.get_kind_display(),
        "scope": inspection.scope,
        "basis": inspection.basis,
        "approver": inspection.approver.name,
        "designation": str(inspection.designation or ""),
        "team": [member.person.name for member in inspection.members.select_related("person")],
        "steps": [f"{one} {one.place} {one.note}" for one in inspection.steps.all()],
        "findings": [
            f"{one.unit.short_name} {one.text} {one.directive or one.reason}"
            for one in inspection.findings.select_related("unit", "directive__matter")
        ],
        "conclusions": [
            f"{one.unit.short_name} {one.text}" for one in inspection.conclusions.select_related("unit")
        ],
    }
    facts["report"] = str(inspection.report.number) if hasattr(inspection, "report") else ""
    return package_of(matter, at=at, files=attached_files(matter), metadata=facts)


def packed_conclusion(conclusion: Conclusion, *, at: datetime) -> Package:
    """What a unit was told, and what a review made of it."""
    review = getattr(conclusion, "review", None)
    facts = {
        **conclusion.matter.as_facts(),
        "inspection": conclusion.inspection.matter.number,
        "unit": conclusion.unit.name,
        "in_force": conclusion.in_force,
        "review_reason": review.reason if review else "",
        "review_outcome": review.get_outcome_display() if review else "",
        "review_opinion": review.opinion if review else "",
    }
    files = attached_files(conclusion.matter)
    return package_of(conclusion.matter, at=at, files=files, metadata=facts)


def packed_edition(edition: Edition, *, before: Report | Edition, at: datetime) -> Package:
    """A later edition of the report: its files, which it replaces and why."""
    facts = {
        **edition.matter.as_facts(),
        "inspection": edition.inspection.matter.number,
        "report": str(edition.number),
        "replaces": str(before.number),
        "reason": edition.reason,
    }
    return package_of(edition.matter, at=at, files=attached_files(edition.matter), metadata=facts)
