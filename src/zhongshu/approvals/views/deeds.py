"""Every verb of a paper, from its page."""

from typing import Any

from zhongshu.approvals import policies, queries, registry
from zhongshu.approvals.deeds import BY_RESOURCE, Deed
from zhongshu.approvals.forms.deeds import DeedForm
from zhongshu.approvals.forms.paper import put
from zhongshu.approvals.presenters.paper import PaperPage
from zhongshu.approvals.walking import Walk
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.requests import Request
from zhongshu.ui.deeds import Door, once


class Verbs(Door[Deed, Walk]):
    """The subject is a paper as it stands on its way."""

    template = "approvals/deed.html"

    def find(self, request: Request, deed: Deed, ref: int) -> Walk:
        walk = queries.walk_of(queries.get(request.actor, ref), local_day(request.at))
        policies.require_offered(request.actor, walk, deed.offer)
        return walk

    def asked(self, request: Request, subject: Walk) -> dict[str, Any]:
        return {"walk": subject, "actor": request.actor, "today": local_day(request.at)}

    def perform(self, request: Request, deed: Deed, subject: Walk, form: DeedForm) -> object:
        return deed.run(form, once(request) | {"matter_id": subject.approval.pk})

    def back(self, request: Request, deed: Deed, subject: Walk) -> str:
        return registry.address(subject.approval)

    def beside(self, request: Request, deed: Deed, subject: Walk) -> dict[str, Any]:
        approval = subject.approval
        shown = PaperPage(request.actor, approval, request.at)
        return {"shown": shown, "approval": approval, "matter": approval.matter}

    def put(self, form: DeedForm, refusal: Refusal) -> None:
        put(form, refusal)


act = Verbs(BY_RESOURCE)
