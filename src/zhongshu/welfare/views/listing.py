"""The lists: cases, also for Excel, and what is offered with the agencies' calendar."""

from typing import Any

from django.http import FileResponse, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.ui.downloads import workbook
from zhongshu.ui.pages import page
from zhongshu.welfare import queries
from zhongshu.welfare import services as verbs
from zhongshu.welfare.forms.filters import CaseFilter
from zhongshu.welfare.presenters import listing


def _filter(request: Request) -> CaseFilter:
    return CaseFilter(request.GET, queries.branches(request.actor))


@require_GET
def cases(request: Request) -> HttpResponse:
    """One page of the cases under the filter of the address."""
    form, today = _filter(request), local_day(request.at)
    rows = queries.cases(request.actor, form.narrowed())
    found = queries.page_of(rows, cursor=request.GET.get("after", ""), before=request.GET.get("before", ""))
    shown: dict[str, Any] = {"rows": listing.cases(found.rows, today), "tabs": listing.tabs("cases")}
    return page(request, "welfare/cases.html", form=form, found=found, **shown)


@require_GET
def services(request: Request) -> HttpResponse:
    """What is offered, each with the agency's next window."""
    today = local_day(request.at)
    offered = listing.services(request.actor, queries.services(request.actor), today)
    section = listing.section_to_keep(request.actor)
    shown: dict[str, Any] = {"offered": offered, "section": section, "tabs": listing.tabs("services")}
    return page(request, "welfare/services.html", today=today, **shown)


@require_GET
def export(request: Request) -> FileResponse:
    """The narrowed cases for Excel."""
    narrowed = _filter(request).narrowed()
    book = verbs.export(actor=request.actor, narrowed=narrowed, at=request.at)
    return workbook(book, _("职工服务"), request.at)
