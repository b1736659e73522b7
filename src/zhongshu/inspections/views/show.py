"""An inspection, a conclusion about one unit: each its page, with its files."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from zhongshu.inspections import queries, services
from zhongshu.inspections.presenters.conclusion import ConclusionPage
from zhongshu.inspections.presenters.inspection import InspectionPage
from zhongshu.kernel.requests import Request
from zhongshu.platform.files import services as files
from zhongshu.ui.pages import moved, page


@require_GET
def inspection(request: Request, matter_id: int) -> HttpResponse:
    """The inspection."""
    one = queries.inspection(request.actor, matter_id)
    shown = InspectionPage(request.actor, one, request.at)
    return page(request, "inspections/inspection.html", shown=shown, one=one, matter=one.matter)


@require_GET
def conclusion(request: Request, matter_id: int) -> HttpResponse:
    """The conclusion."""
    one = queries.conclusion(request.actor, matter_id)
    shown = ConclusionPage(request.actor, one, request.at)
    return page(request, "inspections/conclusion.html", shown=shown, one=one, matter=one.matter)


@require_GET
def report_filed(request: Request, matter_id: int) -> HttpResponse:
    """From the place of a later edition in the archive to the inspection that it reports."""
    one = queries.edition(request.actor, matter_id)
    return moved(request, reverse("inspections:inspection", args=[one.inspection_id]))


file = files.serving(services.take_file)


designation_file = files.serving(services.take_designation)
