"""Hand-overs and disposals: their list, the page of one."""

from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from zhongshu.assets import queries
from zhongshu.assets.presenters import ledger
from zhongshu.assets.presenters import moves as told
from zhongshu.kernel.keysets import ordered
from zhongshu.kernel.requests import Request
from zhongshu.ui.pages import page


@require_GET
def moves(request: Request) -> HttpResponse:
    """One page of them, newest first."""
    rows = ordered(queries.moves(request.actor), newest_first=True, pk=int)
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    found = rows.page(after=after, before=before, size=25)
    shown: dict[str, Any] = {"rows": told.slips(found.rows), "tabs": ledger.tabs(request.actor, "moves")}
    return page(request, "assets/moves.html", found=found, **shown)


@require_GET
def move(request: Request, matter_id: int) -> HttpResponse:
    """One of them."""
    one = queries.move(request.actor, matter_id)
    shown = told.MovePage(request.actor, one, request.at)
    return page(request, "assets/move.html", shown=shown, one=one, matter=one.matter)
