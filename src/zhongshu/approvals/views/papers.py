"""One paper: its page, its files."""

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from zhongshu.approvals import queries, registry, services
from zhongshu.approvals.models import KIND
from zhongshu.approvals.presenters.paper import PaperPage
from zhongshu.kernel.requests import Request
from zhongshu.platform.files import services as files
from zhongshu.ui.downloads import attachment
from zhongshu.ui.pages import moved, page


@require_GET
def show(request: Request, matter_id: int) -> HttpResponse:
    """The paper; one of another floor is shown there."""
    approval = queries.get(request.actor, matter_id)
    if approval.matter.kind != KIND:
        return moved(request, registry.address(approval))
    shown = PaperPage(request.actor, approval, request.at)
    return page(request, "approvals/paper.html", shown=shown, approval=approval, matter=approval.matter)


file = files.serving(services.take_file)


@require_GET
def sheet(request: Request, matter_id: int) -> HttpResponse:
    """Its sheet (审批单) as a PDF; of papers of floors above, too."""
    made = services.take_sheet(actor=request.actor, matter_id=matter_id, at=request.at)
    name = services.sheet_name(queries.get(request.actor, matter_id))
    return HttpResponse(made, content_type="application/pdf", headers=attachment(name))
