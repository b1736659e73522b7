"""How long claims wait, as a page and for Excel."""

from collections.abc import Iterable
from typing import Any

from django.http import FileResponse, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from zhongshu.finance import queries
from zhongshu.finance.presenters import ageing as aged
from zhongshu.finance.presenters.buckets import buckets
from zhongshu.finance.queries.ageing import Age
from zhongshu.finance.queries.sight import Sights
from zhongshu.finance.views.sending import table
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.ui.pages import page

LONGEST = 200
"""So many claims are listed; a workbook holds all of them."""


@require_GET
def ageing(request: Request) -> HttpResponse:
    """How long claims wait for review, approval and payment, against the settings (F-14)."""
    today = local_day(request.at)
    found = queries.ageing(request.actor, today)
    shown = queries.known(request.actor, found)[:LONGEST]
    context: dict[str, Any] = {
        "ages": aged.ages(shown, _sights(request, shown), today),
        "longest": LONGEST,
        "buckets": buckets(found),
        "speeds": aged.speed_rows(queries.speeds(request.actor, today.year)),
        "year": today.year,
    }
    return page(request, "finance/ageing.html", **context)


@require_GET
def ageing_export(request: Request) -> FileResponse:
    """The same for Excel."""
    found = queries.known(request.actor, queries.ageing(request.actor, local_day(request.at)))
    heads, rows = aged.table(found, _sights(request, found))
    return table(request, _("报销办理速度"), heads, rows)


def _sights(request: Request, found: Iterable[Age]) -> Sights:
    return queries.sights(request.actor, [one.claim.pk for one in found])
