"""Stocktakes: the list, the page of one, its list for Excel, its report."""

from typing import Any

from django.http import FileResponse, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from zhongshu.assets import queries, services
from zhongshu.assets.presenters import ledger
from zhongshu.assets.presenters import rounds as told
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.keysets import ordered
from zhongshu.kernel.requests import Request
from zhongshu.platform.files import services as files
from zhongshu.ui.downloads import workbook
from zhongshu.ui.pages import page


@require_GET
def stocktakes(request: Request) -> HttpResponse:
    """One page of the stocktakes, newest first."""
    rows = ordered(queries.stocktakes(request.actor), newest_first=True, pk=int)
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    found = rows.page(after=after, before=before, size=25)
    shown: dict[str, Any] = {
        "rows": told.rows(found.rows, local_day(request.at)),
        "tabs": ledger.tabs(request.actor, "stocktakes"),
        "keeps": ledger.keeps(request.actor),
    }
    return page(request, "assets/stocktakes.html", found=found, **shown)


@require_GET
def stocktake(request: Request, matter_id: int) -> HttpResponse:
    """One stocktake with its lines, those that differ first."""
    one = queries.stocktake(request.actor, matter_id)
    shown = told.RoundPage(request.actor, one, request.at)
    return page(request, "assets/stocktake.html", shown=shown, one=one, matter=one.matter)


@require_GET
def export(request: Request, matter_id: int) -> FileResponse:
    """Its list for Excel."""
    book = services.export_stocktake(actor=request.actor, matter_id=matter_id, at=request.at)
    return workbook(book, _("盘点表"), request.at)


file = files.serving(services.take_file)
