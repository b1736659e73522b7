"""The budget of a year, as a page and for Excel."""

from typing import Any

from django.http import FileResponse, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from zhongshu.finance import queries, services
from zhongshu.finance.presenters import sums
from zhongshu.finance.presenters.large import first_organ
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.org.models import Duty
from zhongshu.ui.downloads import workbook
from zhongshu.ui.pages import page


@require_GET
def budget(request: Request) -> HttpResponse:
    """The lines of a year with what is bound, spent and left."""
    year = _year(request)
    lines = list(queries.budget_lines(request.actor, year))
    context: dict[str, Any] = {
        "lines": lines,
        "year": year,
        "years": queries.years(local_day(request.at)),
        "keeps": first_organ(request.actor, Duty.KEEP_BUDGET),
        "total": sums.total(lines),
    }
    return page(request, "finance/budget.html", **context)


@require_GET
def budget_export(request: Request) -> FileResponse:
    """The same for Excel."""
    year = _year(request)
    book = services.export_budget(actor=request.actor, year=year, at=request.at)
    return workbook(book, _("%(year)s年预算指标") % {"year": year}, request.at)


def _year(request: Request) -> int:
    """The year asked for, among those that are looked at; else this year."""
    today, asked = local_day(request.at), request.GET.get("year", "")
    return int(asked) if asked.isdecimal() and int(asked) in queries.years(today) else today.year
