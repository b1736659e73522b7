"""Budget, speed, funds, the map of duties: read by those who keep or watch them, each as a page and for Excel."""

from typing import Any

from django.http import FileResponse, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from zhongshu.finance import policies, queries, services
from zhongshu.finance.presenters import ageing as aged
from zhongshu.finance.presenters import sums
from zhongshu.finance.presenters.buckets import buckets
from zhongshu.finance.presenters.duties import Map
from zhongshu.finance.presenters.large import first_organ
from zhongshu.finance.views.sending import workbook
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.org.models import Duty
from zhongshu.ui.pages import page


@require_GET
def budget(request: Request) -> HttpResponse:
    """The lines of a year with what is bound, spent and left."""
    policies.may_see_budget(request.actor).require()
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


@require_GET
def ageing(request: Request) -> HttpResponse:
    """How long claims wait for review, approval and payment, against the settings (F-14)."""
    policies.may_see_budget(request.actor).require()
    today = local_day(request.at)
    found = queries.ageing(request.actor, today)
    context: dict[str, Any] = {"ages": aged.ages(found, today), "buckets": buckets(found)}
    return page(request, "finance/ageing.html", **context)


@require_GET
def ageing_export(request: Request) -> FileResponse:
    """The same for Excel."""
    policies.may_see_budget(request.actor).require()
    heads, rows = aged.table(queries.ageing(request.actor, local_day(request.at)))
    return _table(request, _("报销办理速度"), heads, rows)


@require_GET
def funds(request: Request) -> HttpResponse:
    """One page of funds sought from above, with the sums of them all."""
    policies.may_see_funds(request.actor).require()
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    found = queries.funds_page(request.actor, cursor=after, before=before)
    keeps = first_organ(request.actor, Duty.KEEP_BUDGET, Duty.REVIEW_CLAIMS)
    context: dict[str, Any] = {
        "found": found,
        "sums": sums.fund_sums(queries.fund_totals(request.actor)),
        "keeps": keeps,
    }
    return page(request, "finance/funds.html", **context)


@require_GET
def funds_export(request: Request) -> FileResponse:
    """The same for Excel."""
    book = services.export_funds(actor=request.actor, at=request.at)
    return workbook(book, _("争取资金"), request.at)


@require_GET
def duties(request: Request) -> HttpResponse:
    """The map of powers over money."""
    policies.may_watch(request.actor).require()
    found = Map(queries.duty_matrix(request.actor, local_day(request.at)))
    return page(request, "finance/duties.html", map=found)


@require_GET
def duties_export(request: Request) -> FileResponse:
    """The same for Excel."""
    policies.may_watch(request.actor).require()
    found = Map(queries.duty_matrix(request.actor, local_day(request.at)))
    return _table(request, _("廉政风险点"), found.table[0], found.table[1:])


def _table(request: Request, name: str, heads: list[str], rows: services.Rows) -> FileResponse:
    book = services.export_table(actor=request.actor, name=name, heads=heads, rows=rows, at=request.at)
    return workbook(book, name, request.at)
