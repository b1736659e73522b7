"""Templates of steps: kept, written anew, put out of use."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from zhongshu.kernel.requests import Request
from zhongshu.supervision import policies, queries, services
from zhongshu.supervision.models import Chain
from zhongshu.supervision.presenters.chains import ChainSheet, kept
from zhongshu.ui.forms import Attempt
from zhongshu.ui.pages import moved, page, say

PAGE = "supervision/chain.html"


@require_GET
def listing(request: Request) -> HttpResponse:
    """The templates of one's organ."""
    policies.may_supervise(request.actor).require()
    return page(request, "supervision/chains.html", rows=kept(request.actor))


@require_http_methods(["GET", "POST"])
def new(request: Request) -> HttpResponse:
    """Write a template."""
    policies.may_supervise(request.actor).require()
    return _written(request, None)


@require_http_methods(["GET", "POST"])
def change(request: Request, chain_id: int) -> HttpResponse:
    """Write the next version of a template."""
    policies.may_supervise(request.actor).require()
    return _written(request, queries.chain(request.actor, chain_id))


@require_POST
def retire(request: Request, chain_id: int) -> HttpResponse:
    """Nothing begins by it any more."""
    policies.may_supervise(request.actor).require()
    one = services.retire_chain(actor=request.actor, chain_id=chain_id, at=request.at)
    say(request, _("步骤模板“%(name)s”已停用，在办的照旧。") % {"name": one.name})
    return moved(request, reverse("supervision:chains"))


def _written(request: Request, chain: Chain | None) -> HttpResponse:
    data = request.POST if request.method == "POST" else None
    sheet = ChainSheet(request.actor, request.at, chain, data)
    if data is None or sheet.adds:
        return page(request, PAGE, sheet=sheet)
    if not sheet.is_valid:
        return page(request, PAGE, status=422, sheet=sheet)
    with Attempt(sheet, put=ChainSheet.refuse) as attempt:
        told = {**sheet.form.cleaned_data, "chain_id": chain.pk if chain else None}
        made = services.keep_chain(actor=request.actor, steps=sheet.steps(), at=request.at, **told)
        say(request, _("步骤模板“%(name)s”已存好。") % {"name": made.name})
        return moved(request, reverse("supervision:chains"))
    return page(request, PAGE, status=attempt.status, sheet=sheet)
