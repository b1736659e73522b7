"""Entering a matter by hand."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from zhongshu.kernel.requests import Request
from zhongshu.supervision import policies, services
from zhongshu.supervision.presenters.register import Sheet
from zhongshu.supervision.views import undo
from zhongshu.supervision.views.resting import tell_of_rest_days
from zhongshu.ui.forms import Attempt
from zhongshu.ui.pages import moved, page, say

PAGE = "supervision/register.html"


@require_GET
def new(request: Request) -> HttpResponse:
    """The empty sheet for one kind of origin."""
    policies.may_supervise(request.actor).require()
    return page(request, PAGE, sheet=Sheet(request.actor, request.at, request.GET, None))


@require_POST
def register(request: Request) -> HttpResponse:
    """Open the matters and hand them out; or put the origin down for reading; or add a task to the sheet."""
    policies.may_supervise(request.actor).require()
    sheet = Sheet(request.actor, request.at, request.GET, request.POST)
    if sheet.adds:
        return page(request, PAGE, sheet=sheet)
    if not sheet.is_valid:
        return page(request, PAGE, status=422, sheet=sheet)
    with Attempt(sheet, put=Sheet.refuse) as attempt:
        return moved(request, (_read if sheet.is_for_reading else _open)(request, sheet))
    return page(request, PAGE, status=attempt.status, sheet=sheet)


def _open(request: Request, sheet: Sheet) -> str:
    opened = services.enter(
        actor=request.actor,
        at=request.at,
        unit_id=sheet.whole.cleaned_data["unit_id"],
        tasks=sheet.tasks(),
        decided=[card.form.decided() for card in sheet.cards],
        about_id=sheet.whole.cleaned_data["about_id"],
        **{"idempotency_key": request.POST.get("once", "")},
    )
    tell_of_rest_days(request, [one.due for one in sheet.tasks()], undo=True)
    many = _("%(n)s 件已立项并交办，互相关联。") % {"n": len(opened)}
    undo.offer_opening(request, opened, _("已立项并交办。") if len(opened) == 1 else many)
    if chain_id := sheet.whole.cleaned_data["chain_id"]:
        return f"{reverse('supervision:chain', args=[opened[0].pk])}?template={chain_id}"
    return reverse("supervision:directive", args=[opened[0].pk])


def _read(request: Request, sheet: Sheet) -> str:
    data = sheet.whole.cleaned_data
    entered = services.enter_for_reading(
        actor=request.actor,
        at=request.at,
        unit_id=data["unit_id"],
        task=sheet.task_to_read(),
        reason=data["reading_reason"],
        reader_ids=data["reader_ids"],
        **{"idempotency_key": request.POST.get("once", "")},
    )
    say(request, _("已转阅，列入转阅清单。"))
    return reverse("supervision:directive", args=[entered.pk])
