"""The journal, read, checked and carried away by the audit administrator."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from zhongshu.kernel.requests import Request
from zhongshu.platform.accounts import policies, queries
from zhongshu.platform.accounts.forms import TrailForm
from zhongshu.platform.jobs import services as jobs
from zhongshu.ui.pages import moved, page


@require_safe
def index(request: Request) -> HttpResponse:
    """The journal, newest first, narrowed by the address."""
    form = TrailForm(request.GET)
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    rows = queries.page_of_lines(request.actor, form.wanted(), after=after, before=before)
    seal = queries.last_checkpoint(request.actor)
    return page(request, "accounts/journal.html", rows=rows, form=form, seal=seal)


@require_POST
def verify(request: Request) -> HttpResponse:
    """Is it what was written? Looked at behind the scenes."""
    policies.require_page(policies.reads_journal(request.actor))
    run = jobs.ask("accounts.verify_journal", actor=request.actor, at=request.at)
    return moved(request, reverse("jobs:run", args=[run.pk]))


@require_POST
def export(request: Request) -> HttpResponse:
    """The journal as narrowed, for Excel; written behind the scenes."""
    policies.require_page(policies.reads_journal(request.actor))
    wanted = TrailForm(request.POST).wanted().as_plain()
    run = jobs.ask("accounts.export_journal", actor=request.actor, at=request.at, **wanted)
    return moved(request, reverse("jobs:run", args=[run.pk]))
