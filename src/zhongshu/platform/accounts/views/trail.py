"""The journal, read, checked and carried away by the audit administrator."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from zhongshu.kernel.requests import Request
from zhongshu.platform.accounts import queries, services, trail_table
from zhongshu.platform.accounts.forms import TrailForm
from zhongshu.ui.downloads import attachment
from zhongshu.ui.pages import moved, page, say


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
    """Is it what was written?"""
    broken = services.verify_journal(actor=request.actor, at=request.at)
    if broken:
        told = {"where": broken.where, "why": broken.why}
        say(request, _("留痕不相符，首先是 %(where)s：%(why)s。请立即报告。") % told, tone="late")
    else:
        say(request, _("留痕完整：每一条都与写入时相同，封存无缺。"))
    return moved(request, reverse("accounts:journal"))


@require_POST
def export(request: Request) -> HttpResponse:
    """The journal as narrowed, for Excel; that it was carried away is journalled."""
    wanted = TrailForm(request.POST).wanted()
    text, count = trail_table.csv_of(queries.lines(request.actor, wanted))
    services.export_journal(actor=request.actor, count=count, wanted=str(wanted), at=request.at)
    return HttpResponse(text, content_type="text/csv; charset=utf-8", headers=attachment(_("留痕.csv")))
