"""Large items with their whole chain, and the evidence of what meetings decided."""

from datetime import date
from typing import Any

from django.http import FileResponse, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from zhongshu.finance import queries, services
from zhongshu.finance.models import LargeKind
from zhongshu.finance.presenters import large as shown
from zhongshu.finance.presenters.suspicions import suspicions
from zhongshu.finance.views.sending import table
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.org.models import Duty
from zhongshu.platform.files import services as files
from zhongshu.ui.pages import page


def since(today: date) -> date:
    """Large items are shown from the beginning of last year on."""
    return today.replace(year=today.year - 1, month=1, day=1)


@require_GET
def large(request: Request) -> HttpResponse:
    """One page of large items; thresholds, decisions, suspicions."""
    actor, today = request.actor, local_day(request.at)
    asked = {name: request.GET.get(name, "") for name in ("kind", "after", "before")}
    kind = asked["kind"] if asked["kind"] in LargeKind.values else ""
    found = queries.large_page(actor, since(today), kind, cursor=asked["after"], before=asked["before"])
    seen = queries.openable(actor, [one.pk for one in found.rows])
    items = shown.items(queries.outlays_of(found.rows), actor, today, seen)
    context = {"items": items, "tabs": shown.tabs(kind), "since": since(today), **_registers(actor)}
    return page(request, "finance/large.html", found=found, **context)


def _registers(actor: Actor) -> dict[str, Any]:
    """Thresholds, decisions and suspicions, and where ``actor`` may enter them."""
    return {
        "thresholds": queries.thresholds(actor),
        "decisions": shown.decided(queries.decisions(actor)[:50]),
        "flags": suspicions(queries.flags(actor)[:50], actor),
        "sets": shown.first_organ(actor, Duty.LEAD_ORGAN),
        "records": shown.first_organ(actor, Duty.REVIEW_CLAIMS, Duty.LEAD_ORGAN),
        "explains": shown.first_organ(actor, Duty.REVIEW_CLAIMS),
    }


@require_GET
def export(request: Request) -> FileResponse:
    """Every large item with its chain for Excel."""
    actor, today = request.actor, local_day(request.at)
    rows = queries.large(actor, since(today)).order_by("-pk")[: services.MOST]
    heads, told = shown.table(shown.items(queries.outlays_of(rows), actor, today))
    return table(request, _("大额与重大"), heads, told)


@require_GET
def evidence(request: Request, decision_id: int) -> FileResponse:
    """The signed minutes of a decision, for those who may see it."""
    taken = services.take_evidence(actor=request.actor, decision_id=decision_id, at=request.at)
    return files.serve(taken, inline="inline" in request.GET)
