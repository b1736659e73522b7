"""The map of powers over money, as a page and for Excel."""

from django.http import FileResponse, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from zhongshu.finance import queries
from zhongshu.finance.presenters.duties import Map
from zhongshu.finance.views.sending import table
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.ui.pages import page


@require_GET
def duties(request: Request) -> HttpResponse:
    """The map of powers over money."""
    today = local_day(request.at)
    found = Map(queries.duty_matrix(request.actor, today), today)
    return page(request, "finance/duties.html", map=found)


@require_GET
def duties_export(request: Request) -> FileResponse:
    """The same for Excel."""
    today = local_day(request.at)
    found = Map(queries.duty_matrix(request.actor, today), today)
    return table(request, _("廉政风险点"), found.columns, found.table)
