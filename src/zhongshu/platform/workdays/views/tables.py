"""The work calendar: its years, and the notice of a new one tried out and brought in."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.platform.jobs import queries as runs
from zhongshu.platform.jobs import services as jobs
from zhongshu.platform.workdays import policies, queries, registry, services, wording
from zhongshu.platform.workdays.forms import TableForm
from zhongshu.platform.workdays.jobs import trial as trial_job
from zhongshu.platform.workdays.naming import shown
from zhongshu.ui.forms import Attempt
from zhongshu.ui.pages import moved, page, say

PAGE = "workdays/years.html"
AT_ONCE = 500  # open dates; where a table reaches more, it is worked out behind the scenes


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
            rows, given = form.rows(), _given(form)
            if registry.reached(given["year"]) > AT_ONCE:
                return _behind_the_scenes(request, "workdays.trial", table=form.spelled(rows), **given)
            moves = services.trial(actor=request.actor, rows=rows, at=request.at, **given)
            return _tried(request, given, form.spelled(rows), shown(moves), len(moves))
    return _page(request, form, status=attempt.status if attempt.failed else 422)


@require_safe
def tried(request: Request, run_id: int) -> HttpResponse:
    """The same, when it was worked out behind the scenes."""
    policies.require_import(request.actor)
    told = runs.outcome_of(request.actor, run_id, trial_job)
    return _tried(request, told["given"], told["table"], told["moves"], told["count"])


@require_POST
def bring_in(request: Request) -> HttpResponse:
    """Bring the table in; every open date is worked out again."""
    policies.require_import(request.actor)
    form = TableForm(request.POST)
    with Attempt(form) as attempt:
        if form.is_valid():
            rows, given = form.rows(), _given(form)
            if registry.reached(given["year"]) > AT_ONCE:
                return _behind_the_scenes(request, "workdays.import", table=form.spelled(rows), **given)
            table = services.import_table(actor=request.actor, rows=rows, at=request.at, **given)
            say(request, wording.brought_in(table.year, table.moved))
            return moved(request, reverse("workdays:years"))
    return _page(request, form, status=attempt.status if attempt.failed else 422)


def _given(form: TableForm) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in ("year", "notice", "source")}


def _behind_the_scenes(request: Request, name: str, **args: Any) -> HttpResponse:
    run = jobs.ask(name, actor=request.actor, at=request.at, **args)
    return moved(request, reverse("jobs:run", args=[run.pk]))


def _tried(request: Request, given: dict[str, Any], table: str, moves: list[Any], count: int) -> HttpResponse:
    rows = services.read_table(services.PASTED, table.encode())
    told: dict[str, Any] = {"given": given, "rows": rows, "table": table, "moves": moves, "count": count}
    return page(request, "workdays/trial.html", **told)


def _page(request: Request, form: TableForm, *, status: int = 200) -> HttpResponse:
    return page(request, PAGE, status=status, form=form, years=queries.years())
