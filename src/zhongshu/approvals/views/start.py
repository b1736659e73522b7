"""Starting a paper: choose a route, fill in its form."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from zhongshu.approvals import choices, policies, queries, registry, services
from zhongshu.approvals.forms.asked import put
from zhongshu.approvals.forms.paper import PaperForm
from zhongshu.approvals.grammar import Route
from zhongshu.approvals.models import KIND
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.platform.files.keeping import shelve
from zhongshu.ui.forms import Attempt
from zhongshu.ui.pages import moved, page, say


@require_GET
def choose(request: Request) -> HttpResponse:
    """The routes along which this person can start a paper."""
    policies.may_work(request.actor).require()
    return page(request, "approvals/choose.html", routes=queries.startable(request.actor, KIND))


def fill(request: Request, name: str) -> HttpResponse:
    """The form of one route; POST hands it in, or keeps it as a draft."""
    policies.may_work(request.actor).require()
    version = services.startable(request.actor, name, KIND)
    organ_id = (unit := services.unit_of(request.actor)).organ_id or unit.pk
    offered = given(request, version.plan, organ_id, draft="draft" in request.POST)
    form = PaperForm(*sent(request), **offered)
    with Attempt(form, put=put) as attempt:
        if form.is_bound:
            shelve(request, form)
            if form.is_valid():
                return moved(request, _submit(request, name, form))
    labels = [label for _pk, label in offered["people"]]
    return page(
        request, "approvals/fill.html", status=attempt.status, form=form, route=version.route, people=labels
    )


def _submit(request: Request, name: str, form: PaperForm) -> str:
    data, once = form.cleaned_data, {"idempotency_key": request.POST.get("once", "")}
    told: dict[str, Any] = {one: data[one] for one in ("title", "body", "urgency")} | once
    approval = services.submit(
        actor=request.actor,
        route=name,
        values=form.values(),
        chosen=form.chosen(),
        files=tuple(form.kept_files),
        draft=form.draft,
        at=request.at,
        **told,
    )
    say(request, _("已存为草稿。") if form.draft else _("已提交审批。"))
    return registry.address(approval)


def sent(request: Request) -> tuple[Any, ...]:
    """What was posted, for a form; nothing when the form is only shown."""
    return (request.POST, request.FILES) if request.method == "POST" else ()


def given(request: Request, plan: Route, organ_id: int, *, draft: bool) -> dict[str, Any]:
    """What the form of a route is made from."""
    today = local_day(request.at)
    return {
        "plan": plan,
        "draft": draft,
        "people": choices.choosable(plan, organ_id, today),
        "numbers": choices.staff_numbers(organ_id, today),
    }
