"""Who is in charge of what in an organ."""

from django.http import FileResponse, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.org import queries, services
from zhongshu.org.presenters.charges import ChargesPage
from zhongshu.ui.downloads import workbook
from zhongshu.ui.pages import page


@require_safe
def show(request: Request, organ_id: int) -> HttpResponse:
    """领导分管: units with their leaders, leaders with their units, every period there was."""
    shown = ChargesPage(request.actor, queries.unit(organ_id), local_day(request.at))
    return page(request, "org/charges.html", shown=shown)


@require_safe
def export(request: Request, organ_id: int) -> FileResponse:
    """Every period, for Excel."""
    book = services.export_charges(actor=request.actor, organ_id=organ_id, at=request.at)
    return workbook(book, _("领导分管"), request.at)
