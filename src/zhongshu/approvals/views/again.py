"""A draft, or a paper that was given back, filled in again by its drafter."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from zhongshu.approvals import policies, queries, registry, services
from zhongshu.approvals.forms.again import AgainForm
from zhongshu.approvals.forms.asked import put
from zhongshu.approvals.models import Approval
from zhongshu.approvals.views.start import given, sent
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import NotFound
from zhongshu.kernel.requests import Request
from zhongshu.matters import queries as matters
from zhongshu.platform.files.keeping import shelve
from zhongshu.ui.deeds import once
from zhongshu.ui.forms import Attempt
from zhongshu.ui.pages import moved, page, say


def fill(request: Request, matter_id: int) -> HttpResponse:
    """A paper on its drafter's desk: filled in again and handed in."""
    approval = queries.get(request.actor, matter_id)
    if request.method != "POST":
        policies.require_offered(request.actor, queries.walk_of(approval, local_day(request.at)), "hand_in")
    plan, organ_id = approval.version.plan, approval.matter.organ_id
    offered = given(request, plan, organ_id, draft=False)
    form = AgainForm(*sent(request), **_as_it_is(approval), **offered)
    form.recall(approval.chosen)
    with Attempt(form, put=put, bare=(NotFound.status,)) as attempt:
        if form.is_bound:
            shelve(request, form)
            if form.is_valid():
                return moved(request, _hand_in(request, approval, form))
    labels = [label for _pk, label in offered["people"]]
    shown = {"form": form, "matter": approval.matter, "people": labels}
    return page(request, "approvals/again.html", status=attempt.status, **shown)


def _as_it_is(approval: Approval) -> dict[str, Any]:
    matter = approval.matter
    attached = [(one.pk, one.file.name) for one in matters.attachments(matter)]
    initial = {"title": matter.title, "body": matter.body}
    return {"values": approval.values, "initial": initial, "attached": attached}


def _hand_in(request: Request, approval: Approval, form: AgainForm) -> str:
    services.hand_in_again(
        matter_id=approval.pk,
        values=form.values(),
        chosen=form.chosen(),
        files=tuple(form.kept_files),
        dropped=form.cleaned_data.get("dropped", ()),
        **{name: form.cleaned_data[name] for name in ("title", "body", "opinion")},
        **once(request),
    )
    say(request, _("已提交审批。"))
    return registry.address(approval)
