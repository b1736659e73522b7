"""Funds sought from above, as a page and for Excel."""

from typing import Any

from django.http import FileResponse, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from zhongshu.finance import queries, services
from zhongshu.finance.presenters import funds as sought
from zhongshu.finance.presenters import sums
from zhongshu.finance.presenters.large import first_organ
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.org.models import Duty
from zhongshu.ui.downloads import workbook
from zhongshu.ui.pages import page


@require_GET
def funds(request: Request) -> HttpResponse:
    """One page of funds sought from above, with the sums of them all."""
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    found = queries.funds_page(request.actor, cursor=after, before=before)
    keeps = first_organ(request.actor, Duty.KEEP_BUDGET, Duty.REVIEW_CLAIMS)
    context: dict[str, Any] = {
        "found": found,
        "rows": sought.rows(found.rows, local_day(request.at)),
        "sums": sums.fund_sums(queries.fund_totals(request.actor)),
        "keeps": keeps,
    }
    return page(request, "finance/funds.html", **context)


@require_GET
def fund(request: Request, fund_id: int) -> HttpResponse:
    """One application: what came of it, when and on which paper."""
    one = queries.fund_shown(request.actor, fund_id)
    return page(request, "finance/fund.html", one=one, shown=sought.FundPage(request.actor, one, request.at))


@require_GET
def funds_export(request: Request) -> FileResponse:
    """The same for Excel."""
    book = services.export_funds(actor=request.actor, at=request.at)
    return workbook(book, _("争取资金"), request.at)
