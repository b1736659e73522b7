from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from zhongshu.kernel.requests import Request
from zhongshu.platform.jobs import services
from zhongshu.ui.pages import moved


@require_POST
def create(request: Request, run_id: int) -> HttpResponse:
    """Stop a job."""
    services.cancel(actor=request.actor, run_id=run_id, at=request.at)
    return moved(request, reverse("jobs:run", args=[run_id]))
