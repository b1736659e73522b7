"""What was deposited: the list, one deposit, its check."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from zhongshu.archive import policies, queries, services
from zhongshu.archive.forms import FilterForm
from zhongshu.archive.presenters import finding
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.platform.journal.telling import events
from zhongshu.ui.pages import moved, page, say


@require_safe
def index(request: Request) -> HttpResponse:
    """Deposits, newest first."""
    form = filter_form(request)
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    shown = queries.page(request.actor, form.filters(), after=after, before=before)
    return page(request, "archive/list.html#rows", rows=shown, form=form)


@require_safe
def show(request: Request, matter_id: int) -> HttpResponse:
    """One deposit with its file list."""
    deposit = queries.get(request.actor, matter_id)
    files = queries.files_of(deposit)
    may_check = policies.may(request.actor, "check", deposit)
    told = events(queries.history(deposit), local_day(request.at))
    return page(
        request, "archive/deposit.html", deposit=deposit, files=files, may_check=may_check, events=told
    )


@require_POST
def check(request: Request, matter_id: int) -> HttpResponse:
    """Check the package, and say what was found."""
    deposit = queries.get(request.actor, matter_id)
    sentence, tone = finding(services.check(actor=request.actor, deposit=deposit, at=request.at))
    say(request, sentence, tone=tone)
    return moved(request, reverse("archive:deposit", args=[matter_id]))


def filter_form(request: Request) -> FilterForm:
    """The filter form with the years and units there are for this person."""
    return FilterForm(request.GET, years=queries.years(request.actor), units=queries.units(request.actor))
