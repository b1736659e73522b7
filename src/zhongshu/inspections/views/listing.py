"""The lists: inspections, conclusions, designations; the first two also for Excel."""

from typing import Any

from django.db.models import QuerySet
from django.http import FileResponse, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from zhongshu.inspections import queries, services
from zhongshu.inspections.forms.filters import ConclusionFilter, InspectionFilter
from zhongshu.inspections.presenters import listing
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.paging import Page
from zhongshu.kernel.requests import Request
from zhongshu.ui.downloads import workbook
from zhongshu.ui.pages import page


def _page(request: Request, rows: QuerySet[Any]) -> Page[Any]:
    """The page of ``rows`` that the address asks for."""
    return queries.page_of(rows, cursor=request.GET.get("after", ""), before=request.GET.get("before", ""))


@require_GET
def inspections(request: Request) -> HttpResponse:
    """One page of the inspections under the filter of the address."""
    form, today = InspectionFilter(request.GET), local_day(request.at)
    found = _page(request, queries.inspections(request.actor, form.narrowed()))
    told: dict[str, Any] = {
        "rows": listing.inspections(found.rows, today),
        "tabs": listing.tabs("inspections"),
        "organ": listing.organ_to_plan_for(request.actor, today),
    }
    return page(request, "inspections/inspections.html", form=form, found=found, **told)


@require_GET
def conclusions(request: Request) -> HttpResponse:
    """One page of the conclusions under the filter of the address."""
    form, today = ConclusionFilter(request.GET), local_day(request.at)
    found = _page(request, queries.conclusions(request.actor, form.narrowed()))
    told: dict[str, Any] = {
        "rows": listing.conclusions(found.rows, today),
        "tabs": listing.tabs("conclusions"),
    }
    return page(request, "inspections/conclusions.html", form=form, found=found, **told)


@require_GET
def designations(request: Request) -> HttpResponse:
    """One page of the designations."""
    found = _page(request, queries.designations(request.actor))
    organ = listing.organ_to_designate_for(request.actor)
    told: dict[str, Any] = {"found": found, "organ": organ, "today": local_day(request.at)}
    return page(request, "inspections/designations.html", tabs=listing.tabs("designations"), **told)


@require_GET
def export(request: Request) -> FileResponse:
    """The narrowed inspections for Excel."""
    narrowed = InspectionFilter(request.GET).narrowed()
    book = services.export(actor=request.actor, narrowed=narrowed, at=request.at)
    return workbook(book, _("督查行动"), request.at)


@require_GET
def export_conclusions(request: Request) -> FileResponse:
    """The narrowed conclusions for Excel."""
    narrowed = ConclusionFilter(request.GET).narrowed()
    book = services.export_conclusions(actor=request.actor, narrowed=narrowed, at=request.at)
    return workbook(book, _("督查结论"), request.at)
