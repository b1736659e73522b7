"""The ledger: shown, printed, exported; reminders for the ticked rows."""

from django.http import FileResponse, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.supervision import policies, queries, services
from zhongshu.supervision.forms.ledger import FilterForm
from zhongshu.supervision.presenters import asked as told
from zhongshu.supervision.presenters import ledger
from zhongshu.supervision.views import undo
from zhongshu.ui.downloads import attachment
from zhongshu.ui.pages import UNPROCESSABLE, moved, page, say

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PAPER_ROWS = 300


@require_GET
def show(request: Request) -> HttpResponse:
    """One page of the ledger."""
    return _page(request, "supervision/ledger.html", size=25)


@require_GET
def paper(request: Request) -> HttpResponse:
    """The ledger for a meeting: up to 300 rows on A4 landscape."""
    return _page(request, "supervision/ledger_paper.html", size=PAPER_ROWS)


def _page(request: Request, template: str, *, size: int) -> HttpResponse:
    asked, today = told.asked(request), local_day(request.at)
    place = {"cursor": asked.after, "before": asked.before}
    found = queries.lines(request.actor, asked.narrowed, today=today, size=size, **place)
    shown = ledger.Ledger(request.actor, asked, found, today)
    status = UNPROCESSABLE if asked.faulty else 200
    return page(request, template, status=status, asked=asked, found=found, shown=shown)


@require_GET
def export(request: Request) -> FileResponse:
    """The filtered ledger for Excel."""
    form, merged = FilterForm(request.GET), "apart" not in request.GET
    narrowed, said = form.narrowed(), form.said
    book = services.export(actor=request.actor, narrowed=narrowed, said=said, merged=merged, at=request.at)
    name = _("督查督办台账%(day)s.xlsx") % {"day": f"{local_day(request.at):%Y%m%d}"}
    return FileResponse(book, content_type=XLSX, headers=attachment(name))


@require_POST
def remind(request: Request) -> HttpResponse:
    """Remind the holders of exactly the ticked rows."""
    policies.may_supervise(request.actor).require()
    ids = [int(one) for one in request.POST.getlist("ref") if one.isdecimal()]
    once = request.POST.get("once", "")
    done = services.remind_many(
        actor=request.actor, directive_ids=ids, note="", at=request.at, idempotency_key=once
    )
    back = request.POST.get("back", "").lstrip("?")
    _tell(request, done, _ledger(back))
    return moved(request, _ledger(back, *(f"ticked={pk}" for pk, _why in done.refused)))


def _ledger(*query: str) -> str:
    asked = "&".join(filter(None, query))
    return reverse("supervision:ledger") + (f"?{asked}" if asked else "")


def _tell(request: Request, done: services.Reminded, back: str) -> None:
    if done.done:
        undo.offer(request, "reminder", done.ids, _("%(n)s 件已催办。") % {"n": done.done}, back=back)
    if done.refused:
        whys = _("；").join(dict.fromkeys(str(refusal.sentence) for _pk, refusal in done.refused))
        facts = {"n": len(done.refused), "why": whys}
        say(request, _("%(n)s 件没有催办：%(why)s仍选着，可以逐件处理。") % facts, tone="warn")
    if not done.done and not done.refused:
        say(request, _("没有选中事项。先在左边打勾，再点催办。"), tone="warn")
