"""Papers of supervision: drafted, looked at, written on, issued, taken away."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.platform.files import services as files
from zhongshu.supervision import choices, policies, queries, services
from zhongshu.supervision.forms.ledger import FilterForm
from zhongshu.supervision.forms.papers import ReissueForm, WordsForm
from zhongshu.supervision.models import Paper
from zhongshu.supervision.presenters import papers as told
from zhongshu.ui.forms import Attempt
from zhongshu.ui.pages import moved, page, say

PAGE = "supervision/paper.html"


@require_GET
def listing(request: Request) -> HttpResponse:
    """Papers issued, or the drafts."""
    drafts = "drafts" in request.GET
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    found = queries.papers(request.actor, drafts=drafts, cursor=after, before=before)
    rows = told.lines(found.rows, local_day(request.at))
    return page(
        request,
        "supervision/papers.html",
        found=found,
        rows=rows,
        tabs=told.tabs(drafts=drafts),
        drafts=drafts,
    )


@require_POST
def draft(request: Request, directive_id: int) -> HttpResponse:
    """Begin a paper about a matter."""
    kind, _colon, slip = request.POST.get("choice", "").partition(":")
    about: dict[str, Any] = {
        "directive_id": directive_id,
        "kind": kind,
        "slip_id": int(slip) if slip.isdecimal() else None,
    }
    return _to(request, services.draft_paper(**about, **_by(request)))


@require_POST
def overview(request: Request) -> HttpResponse:
    """Begin a 督查专报 or 督办通报 over the filtered ledger."""
    policies.may_supervise(request.actor).require()
    form, kind = FilterForm(request.GET), request.POST.get("kind", "")
    desk = choices.desks(request.actor, local_day(request.at))[0][0]
    about: dict[str, Any] = {"unit_id": desk, "kind": kind, "narrowed": form.narrowed(), "said": form.said}
    return _to(request, services.draft_overview(**about, **_by(request)))


def show(request: Request, paper_id: int) -> HttpResponse:
    """The paper: a draft to be written on beside its picture, or what went out."""
    paper = queries.paper(request.actor, paper_id)
    if request.method != "POST":
        return _shown(request, paper, WordsForm(paper=paper))
    form = WordsForm(request.POST, paper=paper)
    policies.may_draft_papers(request.actor, paper.organ_id).require()
    with Attempt(form) as attempt:
        if form.is_valid():
            services.word_paper(paper_id=paper.pk, words=form.cleaned_data, **_by(request))
            say(request, _("已保存。"))
            return _to(request, paper)
    return _shown(request, paper, form, status=attempt.status)


@require_POST
def issue(request: Request, paper_id: int) -> HttpResponse:
    """Number it, keep it, send it."""
    issued = services.issue_paper(paper_id=paper_id, **_by(request))
    say(request, _("已发出，文号%(number)s。") % {"number": issued.number})
    return _to(request, issued)


@require_POST
def discard(request: Request, paper_id: int) -> HttpResponse:
    """Give the draft up."""
    services.discard_paper(paper_id=paper_id, **_by(request))
    say(request, _("已弃稿。"))
    return moved(request, reverse("supervision:papers"))


@require_POST
def reissue(request: Request, paper_id: int) -> HttpResponse:
    """Begin the next version."""
    paper, form = queries.paper(request.actor, paper_id), ReissueForm(request.POST)
    with Attempt(form) as attempt:
        reason = form.cleaned_data["reason"] if form.is_valid() else ""
        new = services.reissue_paper(paper_id=paper.pk, reason=reason, **_by(request))
        return _to(request, new)
    return _shown(request, paper, WordsForm(paper=paper), reissuing=form, status=attempt.status)


@require_GET
def picture(request: Request, paper_id: int, number: int) -> HttpResponse:
    """One page, to look at."""
    paper = queries.paper(request.actor, paper_id)
    drawn = told.PaperPage(request.actor, paper, request.at).picture(number)
    return HttpResponse(drawn, content_type="image/png", headers={"Cache-Control": "private, no-store"})


file = files.serving(services.take_paper)


def _shown(
    request: Request,
    paper: Paper,
    form: WordsForm,
    *,
    reissuing: ReissueForm | None = None,
    status: int = 200,
) -> HttpResponse:
    shown = told.PaperPage(request.actor, paper, request.at)
    return page(
        request,
        PAGE,
        status=status,
        paper=paper,
        shown=shown,
        form=form,
        reissuing=reissuing or ReissueForm(),
    )


def _to(request: Request, paper: Paper) -> HttpResponse:
    return moved(request, reverse("supervision:paper", args=[paper.pk]))


def _by(request: Request) -> dict[str, Any]:
    """What every service is given."""
    return {"actor": request.actor, "at": request.at, "idempotency_key": request.POST.get("once", "")}
