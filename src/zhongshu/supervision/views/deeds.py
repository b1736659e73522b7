"""Every form about a matter goes through one door: what a service refuses stands in the form again."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.requests import Request
from zhongshu.platform.files.keeping import HoldsFiles, shelve
from zhongshu.supervision import policies, queries, services
from zhongshu.supervision.deeds import BY_RESOURCE, Deed
from zhongshu.supervision.forms.deeds import DeedForm
from zhongshu.supervision.forms.docketing import Docketing
from zhongshu.supervision.models import Directive
from zhongshu.supervision.presenters.alike import likes
from zhongshu.supervision.presenters.directive import DirectivePage
from zhongshu.supervision.views import undo
from zhongshu.ui.forms import Attempt, refuse
from zhongshu.ui.pages import moved, page

PHRASES = {
    "reminder": ("id_note", (_("请明日说明原因"), _("请附现场照片"), _("请按期办结"), _("请先报初步方案"))),
    "instruction": (
        "id_text",
        (
            _("同意。"),
            _("请抓紧办理，按期回告。"),
            _("请牵头单位说明原因，明日报我。"),
            _("请有关单位阅研。"),
        ),
    ),
}
"""What is often said, by deed: the field it goes into, and the phrases."""


def act(request: Request, directive_id: int, resource: str) -> HttpResponse:
    """GET shows the form of a deed, POST does it."""
    deed = BY_RESOURCE[resource]
    directive = queries.get(request.actor, directive_id)
    if request.method == "POST":
        return _post(request, deed, directive)
    policies.require_now(request.actor, deed.verbs, directive)
    return show(
        request,
        deed,
        directive,
        deed.form(directive=directive, actor=request.actor, today=local_day(request.at)),
    )


def _post(request: Request, deed: Deed, directive: Directive) -> HttpResponse:
    today = local_day(request.at)
    sent = deed.form(request.POST, request.FILES, directive=directive, actor=request.actor, today=today)
    if request.FILES or not sent.is_valid():
        policies.require_one(request.actor, deed.verbs, directive)
    with Attempt(sent, put=put) as attempt:
        shelve(request, sent)
        if sent.is_valid():
            perform(request, deed, directive, sent)
    if not sent.is_valid():
        return show(request, deed, directive, sent, status=attempt.status)
    undo.offer(request, deed.take_back, [directive], str(deed.done))
    return moved(request, _back(request) or reverse("supervision:directive", args=[directive.pk]))


def _back(request: Request) -> str:
    """Where a page for the hand wants to have its reader again; "" where the deed is done at a desk."""
    told = request.GET.get("back", "")
    return told if told.startswith("/") and url_has_allowed_host_and_scheme(told, None) else ""


def perform(request: Request, deed: Deed, directive: Directive, sent: DeedForm) -> object:
    """Carry ``deed`` out with what was sent."""
    data = {name: value for name, value in sent.cleaned_data.items() if name != "kept"}
    if isinstance(sent, HoldsFiles):
        data["files"] = tuple(sent.kept_files)
    return deed.run(data, common(request, directive.pk))


def put(form: DeedForm, refusal: Refusal) -> None:
    """What is refused stands in the form; where somebody is away, with the ways out; where it is like another, with that."""
    refuse(form, refusal)
    if isinstance(refusal, services.HolderAway):
        form.offers = refusal.offers  # type: ignore[attr-defined]
    if isinstance(form, Docketing) and refusal.rule == "D-04":
        form.compare()


def common(request: Request, directive_id: int) -> dict[str, Any]:
    """What every service is given."""
    return {
        "actor": request.actor,
        "directive_id": directive_id,
        "at": request.at,
        "idempotency_key": request.POST.get("once", ""),
    }


def show(
    request: Request, deed: Deed, directive: Directive, form: DeedForm, *, status: int = 200
) -> HttpResponse:
    """The form of ``deed``, filled in as it was sent."""
    back = _back(request)
    return page(
        request,
        "supervision/sheet.html" if back else "supervision/deed.html",
        status=status,
        deed=deed,
        form=form,
        confirm=str(deed.confirm) % {"title": directive.matter.title} if deed.confirm else "",
        shown=DirectivePage(request.actor, directive, request.at),
        directive=directive,
        matter=directive.matter,
        phrases=PHRASES.get(deed.resource),
        back=back,
        similar=likes(getattr(form, "similar", ()), local_day(request.at)),
    )
