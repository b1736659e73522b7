"""Opening one matter by hand."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.supervision import choices, policies, queries, services
from zhongshu.supervision.forms.register import RegisterForm
from zhongshu.ui.forms import Attempt
from zhongshu.ui.pages import moved, page, say

PAGE = "supervision/register.html"


@require_GET
def new(request: Request) -> HttpResponse:
    """The empty form."""
    return page(request, PAGE, form=_form(request))


@require_POST
def register(request: Request) -> HttpResponse:
    """Open the matter and hand it out."""
    form = _form(request)
    if not form.is_valid():
        return page(request, PAGE, form=form)
    with Attempt(form) as attempt:
        opened = services.open_directive(
            actor=request.actor,
            at=request.at,
            unit_id=form.cleaned_data["unit_id"],
            task=form.task(),
            **{"idempotency_key": request.POST.get("once", "")},
        )
        say(request, _("已立项并交办，承办单位已收到通知。"))
        return moved(request, reverse("supervision:directive", args=[opened.pk]))
    return page(request, PAGE, status=attempt.status, form=form)


def _form(request: Request) -> RegisterForm:
    policies.may_supervise(request.actor).require()
    today = local_day(request.at)
    desks = choices.desks(request.actor, today)
    organ = queries.organ_of_desk(desks[0][0])
    sent = request.POST if request.method == "POST" else None
    return RegisterForm(sent, actor=request.actor, desks=desks, organ=organ, today=today)
