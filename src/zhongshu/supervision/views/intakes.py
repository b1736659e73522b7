"""Bringing texts in, and splitting them into supervised matters."""

from datetime import date

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import NotFound
from zhongshu.kernel.requests import Request
from zhongshu.platform.files import services as files
from zhongshu.platform.files.keeping import shelve
from zhongshu.supervision import choices, policies, queries, services
from zhongshu.supervision.forms.intake import IntakeForm
from zhongshu.supervision.models import Intake
from zhongshu.supervision.presenters import reckoning
from zhongshu.supervision.presenters.opened import Opened
from zhongshu.supervision.presenters.proof import Proof
from zhongshu.supervision.presenters.split import Split
from zhongshu.supervision.views import undo
from zhongshu.supervision.views.resting import tell_of_rest_days
from zhongshu.ui.forms import Attempt
from zhongshu.ui.pages import moved, page, say


@require_GET
def listing(request: Request) -> HttpResponse:
    """Texts brought in, newest first."""
    policies.may_supervise(request.actor).require()
    found = queries.intakes(
        request.actor, cursor=request.GET.get("after", ""), before=request.GET.get("before", "")
    )
    return page(request, "supervision/intakes.html", found=found)


def new(request: Request) -> HttpResponse:
    """Paste or upload a text."""
    policies.may_supervise(request.actor).require()
    today = local_day(request.at)
    if request.method != "POST":
        return page(request, "supervision/intake_new.html", form=IntakeForm(actor=request.actor, today=today))
    form = IntakeForm(request.POST, request.FILES, actor=request.actor, today=today)
    with Attempt(form, put=IntakeForm.refuse) as attempt:
        shelve(request, form, field="file")
        if form.is_valid():
            return moved(request, reverse("supervision:intake", args=[_bring_in(request, form).pk]))
    return page(request, "supervision/intake_new.html", status=attempt.status, form=form)


def _bring_in(request: Request, form: IntakeForm) -> Intake:
    data = {name: value for name, value in form.cleaned_data.items() if name not in ("kept", "file")}
    stored = form.kept_files[-1] if form.kept_files else None
    told = data | {"file": stored, "idempotency_key": request.POST.get("once", "")}
    return services.bring_in(actor=request.actor, at=request.at, **told)


def split(request: Request, intake_id: int) -> HttpResponse:
    """The text beside the duties found in it, to be put right and confirmed; afterwards what became of them."""
    intake = queries.intake_for(request.actor, intake_id)
    if request.method == "POST" and "add" not in request.POST:
        return _confirm(request, intake)
    if intake.confirmed_at:
        return page(
            request, "supervision/intake_done.html", intake=intake, opened=Opened(request.actor, intake)
        )
    cards = Split(request.actor, intake, request.at, request.POST if request.method == "POST" else None)
    if request.method == "POST":
        cards.add(request.POST["add"])
    return page(request, "supervision/split.html", intake=intake, split=cards, fresh=True)


def _confirm(request: Request, intake: Intake) -> HttpResponse:
    cards = Split(request.actor, intake, request.at, request.POST)
    if intake.confirmed_at is None and not cards.is_valid:
        return page(request, "supervision/split.html", status=422, intake=intake, split=cards)
    with Attempt(cards, put=Split.refuse) as attempt:
        _open(request, intake, cards)
    if attempt.failed and intake.confirmed_at is None:
        return page(request, "supervision/split.html", status=attempt.status, intake=intake, split=cards)
    return moved(request, reverse("supervision:intake", args=[intake.pk]))


def _open(request: Request, intake: Intake, cards: Split) -> None:
    if not cards.is_valid:
        say(request, _("这份材料已经确认立项。"), tone="warn")
        return
    told = cards.whole.said() | {"idempotency_key": request.POST.get("once", "")}
    given = [card.form.choice() for card in cards.cards]
    opened = services.confirm(
        actor=request.actor,
        at=request.at,
        intake_id=intake.pk,
        unit_id=choices.desk_in(request.actor, intake.organ_id, local_day(request.at)),
        choices=given,
        **told,
    )
    tell_of_rest_days(request, [one.due for one in given if not one.no_follow_up], undo=True)
    undo.offer_opening(request, opened, _("%(count)s 件已交办。") % {"count": len(opened)})


@require_GET
def proof(request: Request, intake_id: int) -> HttpResponse:
    """Every sentence of the text and what became of it, for A4."""
    intake = queries.intake_for(request.actor, intake_id)
    back = reverse("supervision:intake", args=[intake.pk])
    return page(
        request,
        "supervision/intake_proof.html",
        intake=intake,
        shown=Proof(request.actor, intake),
        back_url=back,
    )


@require_GET
def explain(request: Request, intake_id: int, finding_id: int) -> HttpResponse:
    """How the date offered for a found duty was computed."""
    intake = queries.intake_for(request.actor, intake_id)
    finding = intake.findings.filter(pk=finding_id).first()
    if finding is None:
        raise NotFound("no_such_finding", _("这份材料里没有这一条。"))
    today = local_day(request.at)
    due = _day(request.GET.get("due", "")) or finding.due or today
    told = reckoning.of_finding(finding, today, due)
    back = reverse("supervision:intake", args=[intake.pk])
    return page(request, "supervision/reckoning.html", reckoning=told, title=finding.action, back_url=back)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


file = files.serving(services.take_source)
