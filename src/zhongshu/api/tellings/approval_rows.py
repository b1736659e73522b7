"""Papers as rows, and the routes to start them along."""

from typing import Any

from zhongshu.api.schemas import approvals as told
from zhongshu.approvals import queries
from zhongshu.approvals.grammar import Flow, WhoKind
from zhongshu.approvals.models import Route
from zhongshu.matters.models import Matter


def row(matter: Matter) -> dict[str, Any]:
    """What a row says of a paper."""
    paper = matter.approval
    return {
        "id": matter.pk,
        "kind": matter.kind,
        "number": matter.number,
        "title": matter.title,
        "state": matter.state,
        "route": paper.version.route.title,
        "submitter": paper.submitter.name,
        "unit": matter.unit.short_name,
        "submitted_at": paper.submitted_at,
        "due": matter.current_due if matter.is_open else None,
        "ended_at": paper.ended_at,
    }


def route(found: Route) -> told.RouteOpen:
    """A route to start along, with its form."""
    version = queries.current(found)
    plan = version.plan
    fields = [told.FormField.model_validate(one, from_attributes=True) for one in plan.fields]
    chosen = [one.code for one in Flow(plan).stages.values() if one.who.kind == WhoKind.CHOSEN]
    return told.RouteOpen(
        name=found.name, title=found.title, version=version.number, fields=fields, chosen=chosen
    )
