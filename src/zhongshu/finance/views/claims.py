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
from zhongshu.finance.presenters.sheet import Sheet
from zhongshu.finance.views.sending import workbook
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.platform.files.keeping import shelve
from zhongshu.ui.forms import Attempt
from zhongshu.ui.pages import moved, page, say

PAGE = "finance/sheet.html"


@require_GET
def listing(request: Request) -> HttpResponse:
    """One page of the list."""
    form = FilterForm(request.GET)
    narrowed = form.narrowed()
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    found = queries.claims_page(request.actor, narrowed, cursor=after, before=before)
    sights = queries.sights(request.actor, [one.pk for one in found.rows])
    rows = told.rows(found.rows, sights, local_day(request.at))
    tabs = told.tabs(request.actor, narrowed)
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
    policies.may_amend(request.actor, claim).require()
    return _sheet(request, ClaimKind(claim.kind), claim)


def _sheet(request: Request, kind: ClaimKind, claim: Claim | None) -> HttpResponse:
    if request.method != "POST":
        asked = request.GET.get("contract", "")
        contract = queries.undertaking(request.actor, int(asked)) if asked.isdecimal() else None
        sheet = Sheet(request.actor, request.at, kind, claim=claim, contract=contract)
        return page(request, PAGE, sheet=sheet)
    sheet = Sheet(request.actor, request.at, kind, request.POST, request.FILES, claim)
    with Attempt(sheet, put=Sheet.refuse) as attempt:
        shelve(request, sheet.whole)
        sheet.read_invoices(sheet.whole.kept_files)
        if sheet.adds or sheet.read:
            return page(request, PAGE, sheet=sheet)
        if sheet.is_valid:
            return _handed_in(request, sheet)
    return page(request, PAGE, status=attempt.status if attempt.failed else 422, sheet=sheet)


def _handed_in(request: Request, sheet: Sheet) -> HttpResponse:
    common: dict[str, Any] = {
        "actor": request.actor,
        "at": request.at,
        "idempotency_key": request.POST.get("once", ""),
    }
    draft = sheet.draft()
    if sheet.claim is None:
        done = services.submit_claim(draft=draft, **common)
    else:
        opinion = sheet.whole.cleaned_data["opinion"]
        done = services.amend_claim(matter_id=sheet.claim.pk, draft=draft, opinion=opinion, **common)
    say(request, _("已提交审批，预算已占用。"))
    return moved(request, reverse("finance:claim", args=[done.pk]))
