"""An inspection, and a conclusion about one unit: each its page."""

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from zhongshu.inspections import queries
from zhongshu.kernel.requests import Request
from zhongshu.ui.pages import page


@require_GET
def inspection(request: Request, matter_id: int) -> HttpResponse:
    """The inspection."""
    one = queries.inspection(request.actor, matter_id)
    return page(request, "inspections/inspection.html", one=one, matter=one.matter)


@require_GET
def conclusion(request: Request, matter_id: int) -> HttpResponse:
    """The conclusion."""
    one = queries.conclusion(request.actor, matter_id)
    return page(request, "inspections/conclusion.html", one=one, matter=one.matter)
