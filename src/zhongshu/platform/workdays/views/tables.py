"""The work calendar: its years, and the notice of a new one tried out and brought in."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.platform.workdays import policies, queries, services
from zhongshu.platform.workdays.forms import TableForm
from zhongshu.ui.forms import Attempt
from zhongshu.ui.pages import moved, page, say

PAGE = "workdays/years.html"
SHOWN = 200


@require_safe
def index(request: Request) -> HttpResponse:
    """The years and their notices, and the form for the next."""
    policies.require_import(request.actor)
    return _page(request, TableForm(initial={"year": local_day(request.at).year + 1}))


@require_POST
def trial(request: Request) -> HttpResponse:
    """What the table would change, without changing it."""
    policies.require_import(request.actor)
    form = TableForm(request.POST, request.FILES)
    with Attempt(form) as attempt:
        if form.is_valid():
            rows = form.rows()
            given = {name: form.cleaned_data[name] for name in ("year", "notice", "source")}
            moves = services.trial(actor=request.actor, rows=rows, at=request.at, **given)
            return page(
                request, "workdays/trial.html", given=given, rows=rows, table=form.spelled(rows),
                moves=moves[:SHOWN], count=len(moves),
            )  # fmt: skip
    return _page(request, form, status=attempt.status if attempt.failed else 422)


@require_POST
def bring_in(request: Request) -> HttpResponse:
    """Bring the table in; every open date is worked out again."""
    policies.require_import(request.actor)
    form = TableForm(request.POST)
    with Attempt(form) as attempt:
        if form.is_valid():
            given = {name: form.cleaned_data[name] for name in ("year", "notice", "source")}
            services.import_table(actor=request.actor, rows=form.rows(), at=request.at, **given)
            say(request, _("已导入%(year)s年工作日历，时限已重新计算。") % given)
            return moved(request, reverse("workdays:years"))
    return _page(request, form, status=attempt.status if attempt.failed else 422)


def _page(request: Request, form: TableForm, *, status: int = 200) -> HttpResponse:
    return page(request, PAGE, status=status, form=form, years=queries.years())
