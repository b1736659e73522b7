"""Budget, speed, funds, large items, the map of duties: read by those who keep or watch them."""

from typing import Any

from django.http import FileResponse, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from zhongshu.finance import policies, queries, services
from zhongshu.finance.presenters import ageing as aged
from zhongshu.finance.presenters import large as shown
from zhongshu.finance.presenters import sums
from zhongshu.finance.presenters.buckets import buckets
from zhongshu.finance.presenters.duties import Map
from zhongshu.finance.views.claims import XLSX
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.org.models import Duty
from zhongshu.ui.downloads import attachment
from zhongshu.ui.pages import page


@require_GET
def budget(request: Request) -> HttpResponse:
    """The lines of a year with what is bound, spent and left."""
    policies.may_see_budget(request.actor).require()
    today = local_day(request.at)
    years = queries.years(today)
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isdecimal() and int(asked) in years else today.year
    lines = list(queries.budget_lines(request.actor, year))
    keeps = shown.first_organ(request.actor, Duty.KEEP_BUDGET)
    context: dict[str, Any] = {
        "lines": lines,
        "year": year,
        "years": years,
        "keeps": keeps,
        "total": sums.total(lines),
    }
    return page(request, "finance/budget.html", **context)


@require_GET
def ageing(request: Request) -> HttpResponse:
    """How long claims wait for review, approval and payment, against the settings (F-14)."""
    policies.may_see_budget(request.actor).require()
    today = local_day(request.at)
    found = queries.ageing(request.actor, today)
    context: dict[str, Any] = {"ages": aged.ages(found, today), "buckets": buckets(found)}
    return page(request, "finance/ageing.html", **context)


@require_GET
def funds(request: Request) -> HttpResponse:
    """Funds sought from above."""
    policies.may_see_funds(request.actor).require()
    found = list(queries.funds(request.actor)[:200])
    keeps = shown.first_organ(request.actor, Duty.KEEP_BUDGET, Duty.REVIEW_CLAIMS)
    return page(request, "finance/funds.html", funds=found, sums=sums.fund_sums(found), keeps=keeps)


@require_GET
def large(request: Request) -> HttpResponse:
    """Every large item with its whole chain; thresholds, decisions, suspicions."""
    actor, today = request.actor, local_day(request.at)
    policies.may_watch(actor).require()
    since = today.replace(year=today.year - 1, day=1)
    context: dict[str, Any] = {
        "items": shown.items(queries.large(actor, since)[:100], today),
        "thresholds": queries.thresholds(actor),
        "decisions": queries.decisions(actor)[:50],
        "flags": queries.flags(actor)[:50],
        "sets": shown.first_organ(actor, Duty.LEAD_ORGAN),
        "records": shown.first_organ(actor, Duty.REVIEW_CLAIMS, Duty.LEAD_ORGAN),
        "explains": shown.first_organ(actor, Duty.REVIEW_CLAIMS),
    }
    return page(request, "finance/large.html", since=since, **context)


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
    book = services.export_duties(actor=request.actor, table=found.table, at=request.at)
    name = _("廉政风险点%(day)s.xlsx") % {"day": f"{local_day(request.at):%Y%m%d}"}
    return FileResponse(book, content_type=XLSX, headers=attachment(name))
