"""One paper: its page, its files."""

from django.http import FileResponse, HttpResponse
from django.views.decorators.http import require_GET

from zhongshu.approvals import queries, registry, services
from zhongshu.approvals.models import KIND
from zhongshu.approvals.presenters.paper import PaperPage
from zhongshu.kernel.requests import Request
from zhongshu.platform.files import services as files
from zhongshu.ui.pages import moved, page


@require_GET
def show(request: Request, matter_id: int) -> HttpResponse:
    """The paper; one of another floor is shown there."""
    approval = queries.get(request.actor, matter_id)
    if approval.matter.kind != KIND:
        return moved(request, registry.address(approval))
    shown = PaperPage(request.actor, approval, request.at)
    return page(request, "approvals/paper.html", shown=shown, approval=approval, matter=approval.matter)


@require_GET
def file(request: Request, matter_id: int, attachment_id: int) -> FileResponse:
    """One of its files."""
    taken = services.take_file(
        actor=request.actor, matter_id=matter_id, attachment_id=attachment_id, at=request.at
    )
    return files.serve(taken, inline="inline" in request.GET)
