"""Papers over a selection in the archive."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from zhongshu.kernel.requests import Request
from zhongshu.supervision import queries, services
from zhongshu.ui.deeds import once
from zhongshu.ui.pages import moved, say


@require_GET
def show(request: Request, matter_id: int) -> HttpResponse:
    """From its place in the archive to the paper."""
    paper = queries.filed_paper(request.actor, matter_id)
    return moved(request, reverse("supervision:paper", args=[paper.pk]))


@require_POST
def deposit(request: Request, paper_id: int) -> HttpResponse:
    """Into the archive, where its issue did not put it."""
    services.file_paper(paper_id=paper_id, **once(request))
    say(request, _("已归档。"))
    return moved(request, reverse("supervision:paper", args=[paper_id]))
