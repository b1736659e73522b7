"""Every verb of a paper goes through one door: what a service refuses stands in the form again."""

from typing import Any

from django.http import HttpResponse

from zhongshu.approvals import policies, queries, registry
from zhongshu.approvals.deeds import BY_RESOURCE, Deed
from zhongshu.approvals.forms.deeds import DeedForm
from zhongshu.approvals.forms.paper import put
from zhongshu.approvals.models import Approval
from zhongshu.approvals.presenters.paper import PaperPage
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.ui.forms import Attempt
from zhongshu.ui.pages import moved, page, say


def act(request: Request, matter_id: int, resource: str) -> HttpResponse:
    """GET shows the form of a verb, POST does it."""
    deed = BY_RESOURCE[resource]
    approval = queries.get(request.actor, matter_id)
    walk = queries.walk_of(approval, local_day(request.at))
    policies.require_offered(request.actor, walk, deed.offer)
    sent = [request.POST] if request.method == "POST" else []
    form = deed.form(*sent, walk=walk, actor=request.actor, today=local_day(request.at))
    with Attempt(form, put=put) as attempt:
        if form.is_valid():
            return _do(request, deed, approval, form)
    shown = PaperPage(request.actor, approval, request.at)
    told = {"deed": deed, "form": form, "shown": shown, "approval": approval, "matter": approval.matter}
    return page(request, "approvals/deed.html", status=attempt.status, **told)


def _do(request: Request, deed: Deed, approval: Approval, form: DeedForm) -> HttpResponse:
    common: dict[str, Any] = {
        "actor": request.actor,
        "matter_id": approval.pk,
        "at": request.at,
        "idempotency_key": request.POST.get("once", ""),
    }
    deed.run(form, common)
    say(request, deed.done)
    return moved(request, registry.address(approval))
