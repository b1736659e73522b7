"""What was deposited: the list, one deposit, its check."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from zhongshu.archive import policies, queries, services
from zhongshu.archive.forms import FilterForm
from zhongshu.archive.wording import FAULTS, PROPERTIES
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
    checked = services.check(
        actor=request.actor, deposit=queries.get(request.actor, matter_id), at=request.at
    )
    if checked.first is None:
        say(request, _("检查通过：真实性、完整性、可用性、安全性四项相符，没有外来文件。"))
    else:
        told: dict[str, object] = {
            "what": FAULTS[checked.first.kind],
            "path": checked.first.path,
            "n": len(checked.faults),
        }
        told["property"] = PROPERTIES[checked.first.broken]
        say(
            request,
            _("检查不通过，%(property)s有问题：%(path)s，%(what)s（共%(n)s处）。") % told,
            tone="late",
        )
    return moved(request, reverse("archive:deposit", args=[matter_id]))


def filter_form(request: Request) -> FilterForm:
    """The filter form with the years and units there are for this person."""
    return FilterForm(request.GET, years=queries.years(request.actor), units=queries.units(request.actor))
