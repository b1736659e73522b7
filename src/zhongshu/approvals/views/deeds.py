"""Every verb of a paper, from its page."""

from typing import Any

from django.forms import BaseForm

from zhongshu.approvals import registry
from zhongshu.approvals.deeds import BY_RESOURCE, Deed
from zhongshu.approvals.forms.asked import put
from zhongshu.approvals.forms.deeds import DeedForm
from zhongshu.approvals.presenters.paper import PaperPage
from zhongshu.approvals.queries import AtHand
from zhongshu.kernel.refusals import NotFound, Refusal
from zhongshu.kernel.requests import Request
from zhongshu.ui import addresses
from zhongshu.ui.deeds import Door, once


class Verbs(Door[Deed, AtHand]):
    """The subject is a paper in somebody's hand. Whatever is refused, what was typed stands there again.

    What is sent goes to the service at once: it looks at the paper under lock and refuses what is not to be done
    now. The paper is read before only where a form has to be shown.
    """

    template = "approvals/deed.html"
    bare = (NotFound.status,)

    def find(self, request: Request, deed: Deed, ref: int) -> AtHand:
        paper = AtHand(request.actor, ref, deed.offer, request.at)
        if request.method != "POST":
            paper.require_offered()
        return paper

    def asked(self, request: Request, subject: AtHand) -> dict[str, Any]:
        return {"paper": subject}

    def keep(self, request: Request, deed: Deed, subject: AtHand, form: BaseForm) -> None:
        """Nobody is asked to fill in better what he cannot do."""
        if not form.is_valid():
            subject.require_offered()

    def perform(self, request: Request, deed: Deed, subject: AtHand, form: DeedForm) -> object:
        return deed.run(form, once(request) | {"matter_id": subject.matter_id})

    def back(self, request: Request, deed: Deed, subject: AtHand) -> str:
        return addresses.numbered("approvals:approval", subject.matter_id)

    def after(self, deed: Deed, made: Any, back: str) -> str:
        return registry.address(made)

    def beside(self, request: Request, deed: Deed, subject: AtHand, form: DeedForm) -> dict[str, Any]:
        approval = subject.approval
        shown = PaperPage(request.actor, approval, request.at)
        return {"shown": shown, "approval": approval, "matter": approval.matter}

    def put(self, form: DeedForm, refusal: Refusal) -> None:
        put(form, refusal)


act = Verbs(BY_RESOURCE)
