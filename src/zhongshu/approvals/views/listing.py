"""The list of papers: shown, exported; agreeing to the ticked rows."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import FileResponse, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from zhongshu.approvals import policies, queries, services
from zhongshu.approvals.forms.listing import BulkForm, FilterForm
from zhongshu.approvals.presenters import filters
from zhongshu.approvals.presenters import listing as told
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.matters.models import Matter
from zhongshu.ui.deeds import once
from zhongshu.ui.downloads import workbook
from zhongshu.ui.pages import moved, page, say


@require_GET
def show(request: Request) -> HttpResponse:
    """One page of papers."""
    policies.may_work(request.actor).require()
    narrowed, today = FilterForm(request.GET).narrowed(), local_day(request.at)
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    found = queries.listed(request.actor, narrowed, after=after, before=before)
    waiting = narrowed.scope == "waiting"
    rows = [told.row(one, today, waiting=waiting) for one in found.rows]
    shown: dict[str, Any] = {
        "tabs": filters.tabs(narrowed),
        "chips": filters.chips(narrowed),
        "waiting": waiting,
        "tickable": any(row.tickable for row in rows),
    }
    return page(request, "approvals/listing.html", narrowed=narrowed, found=found, rows=rows, **shown)


@require_GET
def export(request: Request) -> FileResponse:
    """The filtered list for Excel."""
    policies.may_work(request.actor).require()
    narrowed = FilterForm(request.GET).narrowed()
    book = services.export(actor=request.actor, narrowed=narrowed, at=request.at)
    return workbook(book, _("审批"), request.at)


@require_POST
def agree(request: Request) -> HttpResponse:
    """Agree to exactly the ticked rows: first they are shown once more with their number, then it is done."""
    policies.may_work(request.actor).require()
    ticked = BulkForm.ticked(request.POST)
    papers = queries.known(request.actor, list(ticked))
    form = BulkForm(request.POST if "confirmed" in request.POST else None)
    if papers and not (form.is_bound and form.is_valid()):
        return _asked_once_more(request, papers, form)
    if papers:
        _agree(request, papers, ticked, form.cleaned_data["opinion"])
    else:
        say(request, _("没有选中。先在左边打勾，再点“同意”。"), tone="warn")
    return moved(request, reverse("approvals:papers"))


def _asked_once_more(request: Request, papers: Sequence[Matter], form: BulkForm) -> HttpResponse:
    """The ticked papers, each with where it is and what it is about; what would be refused stands aside, with the reason."""
    policies.may_tick(len(papers)).require()
    seen = queries.foreseen(request.actor, papers, request.at)
    about = queries.at_a_glance([one.pk for one in papers], request.actor)
    told = [(one, seen[one.pk], about.get(one.pk, [])) for one in papers]
    rows, left = ([row for row in told if bool(row[1].why) is so] for so in (False, True))
    return page(request, "approvals/bulk.html", rows=rows, left=left, ticked=len(told), form=form)


def _agree(request: Request, papers: Sequence[Matter], ticked: Mapping[int, int], opinion: str) -> None:
    titles = {one.pk: one.title for one in papers}
    seen = {pk: ticked[pk] for pk in titles if ticked[pk]}
    done = services.agree_many(matter_ids=list(titles), asked_as=seen, opinion=opinion, **once(request))
    say(request, _("勾选 %(n)s 份，已同意 %(done)s 份。") % {"n": len(titles), "done": len(done.done)})
    whys: dict[str, list[str]] = {}
    for pk, refusal in done.refused:
        whys.setdefault(str(refusal.sentence), []).append(titles[pk])
    left = "".join(
        _("“%(papers)s”：%(why)s") % {"papers": _("、").join(whys[why]), "why": why} for why in whys
    )
    if left:
        say(request, _("%(n)s 份没有办：%(why)s") % {"n": len(done.refused), "why": left}, tone="warn")
