from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from zhongshu.kernel.requests import Request
from zhongshu.platform.jobs import policies, queries, services
from zhongshu.platform.jobs.figures import measured
from zhongshu.platform.journal import queries as journal
from zhongshu.ui.pages import moved, page, say


@require_safe
def show(request: Request) -> HttpResponse:
    """How the house runs: recurring jobs, what waits or failed, seals, room on the disk."""
    policies.require_keeper(request.actor)
    return page(
        request,
        "jobs/system.html",
        recurring=queries.recurring(),
        unfinished=[(run, queries.title_of(run.name)) for run in queries.unfinished_or_failed()],
        checkpoints=journal.checkpoints(limit=10),
        figures=measured(),
    )


@require_POST
def run_now(request: Request, name: str) -> HttpResponse:
    """Begin a recurring job before its turn."""
    policies.require_keeper(request.actor)
    run = services.begin_now(actor=request.actor, name=name, at=request.at)
    say(request, _("已开始：%(title)s。") % {"title": queries.title_of(run.name)})
    return moved(request, reverse("jobs:system"))
