"""Claims and advances: listed, shown, filled in, amended."""

from typing import Any

from django.http import FileResponse, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from zhongshu.finance import policies, queries, services
from zhongshu.finance.forms.filters import FilterForm
from zhongshu.finance.models import Claim, ClaimKind
from zhongshu.finance.presenters import listing as told
from zhongshu.finance.presenters.claim import ClaimPage
from zhongshu.finance.presenters.drafts import resumed
from zhongshu.finance.presenters.drafts import rows as draft_rows
from zhongshu.finance.presenters.sheet import Sheet
from zhongshu.finance.views.drafts import held
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.platform.files.keeping import shelve
from zhongshu.ui.downloads import workbook
from zhongshu.ui.forms import Attempt
from zhongshu.ui.pages import moved, page, say

PAGE = "finance/sheet.html"


@require_GET
def listing(request: Request) -> HttpResponse:
    """One page of the list."""
    form = FilterForm(request.GET)
    narrowed = form.narrowed()
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    tabs = told.tabs(request.actor, narrowed)
    if narrowed.box == "drafts":
        kept = draft_rows(queries.drafts(request.actor), local_day(request.at))
        return page(request, "finance/drafts.html", rows=kept, tabs=tabs)
    found = queries.claims_page(request.actor, narrowed, cursor=after, before=before)
    sights = queries.sights(request.actor, [one.pk for one in found.rows])
    rows = told.rows(found.rows, sights, local_day(request.at))
    return page(
        request, "finance/claims.html", form=form, found=found, rows=rows, tabs=tabs, narrowed=narrowed
    )


@require_GET
def export(request: Request) -> FileResponse:
    """The filtered list for Excel."""
    narrowed = FilterForm(request.GET).narrowed()
    book = services.export_claims(actor=request.actor, narrowed=narrowed, at=request.at)
    return workbook(book, _("报销借款"), request.at)


@require_GET
def show(request: Request, matter_id: int) -> HttpResponse:
    """The claim, with the paper that decides it."""
    claim = queries.claim(request.actor, matter_id)
    shown = ClaimPage(request.actor, claim, request.at)
    return page(request, "finance/claim.html", shown=shown, claim=claim, matter=claim.matter)


def new(request: Request, kind: ClaimKind) -> HttpResponse:
    """A claim or an advance to be filled in."""
    policies.may_claim(request.actor).require()
    return _sheet(request, kind, None)


def amend(request: Request, matter_id: int) -> HttpResponse:
    """A claim that was given back, to be put right."""
    claim = queries.claim(request.actor, matter_id)
    may = policies.may_amend if request.method == "POST" else policies.may_amend_now
    may(request.actor, claim).require()
    return _sheet(request, ClaimKind(claim.kind), claim)


def _blank(request: Request, kind: ClaimKind, claim: Claim | None) -> Sheet:
    """The sheet as it is opened: a draft taken up again, the claim that was given back, or nothing yet."""
    actor, asked = request.actor, {name: request.GET.get(name, "") for name in ("draft", "contract")}
    if claim is not None and (kept := queries.draft_of(actor, claim)):
        return resumed(actor, kept, request.at, claim)
    if asked["draft"].isdecimal():
        return resumed(actor, queries.draft(actor, int(asked["draft"])), request.at)
    contract = queries.undertaking(actor, int(asked["contract"])) if asked["contract"].isdecimal() else None
    return Sheet(actor, request.at, kind, claim=claim, contract=contract)


def _sheet(request: Request, kind: ClaimKind, claim: Claim | None) -> HttpResponse:
    if request.method != "POST":
        return page(request, PAGE, sheet=_blank(request, kind, claim))
    sheet = Sheet(request.actor, request.at, kind, request.POST, request.FILES, claim)
    with Attempt(sheet, put=Sheet.refuse) as attempt:
        shelve(request, sheet.whole)
        sheet.take_off()
        sheet.read_invoices(sheet.whole.kept_files)
        if not (sheet.adds or sheet.read) and sheet.is_valid:
            return _handed_in(request, sheet)
    return _kept(request, sheet, attempt.status if attempt.failed else 422)


def _kept(request: Request, sheet: Sheet, refused: int) -> HttpResponse:
    """What was sent and not handed in is kept as a draft, and shown again unless that was all that was asked."""
    stored = [one.pk for one in sheet.whole.kept_files]
    sheet.kept = held(request, sheet.kind, amends_id=sheet.claim.pk if sheet.claim else None, files=stored)
    if sheet.asked == "keep":
        say(request, _("草稿已保存，可以以后接着填。"))
        return moved(request, f"{reverse('finance:claims')}?box=drafts")
    return page(request, PAGE, status=200 if sheet.adds or sheet.read else refused, sheet=sheet)


def _handed_in(request: Request, sheet: Sheet) -> HttpResponse:
    common: dict[str, Any] = {
        "actor": request.actor,
        "at": request.at,
        "idempotency_key": request.POST.get("once", ""),
    }
    draft, known = sheet.draft(), request.POST.get("draft", "")
    common["draft_id"] = int(known) if known.isdecimal() else None
    if sheet.claim is None:
        done = services.submit_claim(draft=draft, **common)
    else:
        opinion = sheet.whole.cleaned_data["opinion"]
        done = services.amend_claim(matter_id=sheet.claim.pk, draft=draft, opinion=opinion, **common)
    say(request, _handed(done) + sheet.said_of_plain)
    return moved(request, reverse("finance:claim", args=[done.pk]))


def _handed(claim: Claim) -> str:
    """What is said when it was handed in; of a large one, what must be there before the review."""
    told = _("已提交审批，预算已占用。")
    if claim.decision_id is None and queries.limit_of(claim):
        told += _("达到大额标准：请把会议决定交给财务审核岗位关联，没有关联之前审核通不过。")
    return told
