"""One claim or advance."""

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from zhongshu.approvals import queries as approvals
from zhongshu.approvals.presenters.paper import PaperPage
from zhongshu.finance import queries
from zhongshu.kernel.requests import Request
from zhongshu.ui.pages import page


@require_GET
def show(request: Request, matter_id: int) -> HttpResponse:
    """The claim as the paper it is."""
    claim = queries.claim(request.actor, matter_id)
    approval = approvals.get(request.actor, claim.pk)
    shown = PaperPage(request.actor, approval, request.at)
    return page(request, "approvals/paper.html", shown=shown, approval=approval, matter=approval.matter)
