"""What a concluded paper hands to the archive: its sheet, form and opinions for programs, files, its whole journal."""

import json
from datetime import datetime

from zhongshu.approvals import queries, registry
from zhongshu.approvals.models import Approval
from zhongshu.approvals.services.sheet import sheet_name, sheet_pdf
from zhongshu.archive.services import Package, PackagedFile, attached_files, package_of
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import in_office_language


def packed(approval: Approval, *, at: datetime) -> Package:
    """The archival package of a paper, complete: nothing is hidden from the archive."""
    with in_office_language():
        made = PackagedFile(sheet_name(approval), "审批单", sheet_pdf(approval, actor=SYSTEM, at=at))
    told = PackagedFile("approval.json", "表单和意见", _told(approval, at))
    files = attached_files(approval.matter)
    return package_of(approval.matter, at=at, files=(made, told, *files), metadata=_facts(approval))


def _facts(approval: Approval) -> dict[str, object]:
    version = approval.version
    return {
        **approval.matter.as_facts(),
        "route": version.route.name,
        "route_title": version.route.title,
        "route_version": version.number,
        "status": approval.status,
        "submitter": approval.submitter.name,
        "submitted_at": approval.submitted_at,
        "ended_at": approval.ended_at,
        **registry.subject_of(approval.matter.kind).described(approval),
    }


def _told(approval: Approval, at: datetime) -> bytes:
    """The form and everybody's part in it, as JSON."""
    found = queries.reading(SYSTEM, approval.pk, local_day(at))
    form = [
        {"code": one.code, "label": one.label, "value": approval.values.get(one.code, "")}
        for one in found.walk.flow.route.fields
    ]
    parts = [
        {
            "stage": leg.stage,
            "title": title,
            "visit": leg.number,
            "kind": seat.kind,
            "person": seat.person.name,
            "decided_by": seat.decided_by.name if seat.decided_by else "",
            "acting_for": seat.acting_for.name if seat.acting_for else "",
            "state": seat.state,
            "opinion": seat.opinion,
            "at": seat.closed_at.isoformat() if seat.closed_at else None,
        }
        for leg, seat, title in found.parts
    ]
    return json.dumps({"form": form, "parts": parts}, ensure_ascii=False, indent=1).encode() + b"\n"
