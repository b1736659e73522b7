"""The ledger, what waits to come into it, and the page of one asset."""

from typing import Any

from django.http import FileResponse, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from zhongshu.assets import queries, services
from zhongshu.assets.forms.filters import AssetFilter
from zhongshu.assets.presenters import ledger
from zhongshu.assets.presenters.asset import AssetPage
from zhongshu.kernel.requests import Request
from zhongshu.ui.downloads import workbook
from zhongshu.ui.pages import page

MOST = 200


@require_GET
def assets(request: Request) -> HttpResponse:
    """One page of the ledger under the filter of the address."""
    form = AssetFilter(request.GET)
    narrowed = form.narrowed()
    rows = queries.assets(request.actor, narrowed)
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    found = queries.page_of(rows, cursor=after, before=before)
    told: dict[str, Any] = {
        "rows": ledger.rows(found.rows),
        "worth": queries.worth(rows),
        "tabs": ledger.tabs(request.actor, "mine" if narrowed.mine else "ledger"),
        "keeps": ledger.keeps(request.actor),
    }
    return page(request, "assets/assets.html", form=form, found=found, **told)


@require_GET
def purchases(request: Request) -> HttpResponse:
    """Booked purchases that have not wholly come into the ledger."""
    found = queries.purchases(request.actor)[:MOST]
    return page(request, "assets/purchases.html", found=found, tabs=ledger.tabs(request.actor, "purchases"))


@require_GET
def export(request: Request) -> FileResponse:
    """The narrowed ledger for Excel."""
    narrowed = AssetFilter(request.GET).narrowed()
    book = services.export(actor=request.actor, narrowed=narrowed, at=request.at)
    return workbook(book, _("资产台账"), request.at)


@require_GET
def asset(request: Request, asset_id: int) -> HttpResponse:
    """One asset with its history."""
    one = queries.asset(request.actor, asset_id)
    return page(request, "assets/asset.html", shown=AssetPage(request.actor, one, request.at), one=one)
