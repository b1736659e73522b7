"""Routes: read by everybody, drafted, published and taken out of use by who keeps them."""

import json

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from zhongshu.approvals import grammar, policies, queries, services
from zhongshu.approvals.forms.route import DraftForm, WithdrawForm
from zhongshu.approvals.models import RouteVersion
from zhongshu.approvals.presenters.route import RoutePage
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import NotFound
from zhongshu.kernel.requests import Request
from zhongshu.org.models import Duty
from zhongshu.ui.deeds import once
from zhongshu.ui.downloads import attachment
from zhongshu.ui.forms import Attempt
from zhongshu.ui.pages import moved, page, say

FORMS = {"bpmn": "application/xml", "json": "application/json"}


@require_GET
def listing(request: Request) -> HttpResponse:
    """All routes."""
    policies.may_work(request.actor).require()
    keeps = bool(policies.may_keep_routes(request.actor, None))
    routes = list(queries.routes())
    outdated = queries.outdated(routes) if keeps else set()
    return page(request, "approvals/routes.html", routes=routes, keeps=keeps, outdated=outdated)


def show(request: Request, name: str) -> HttpResponse:
    """One route, drawn and in words, with what the check finds."""
    policies.may_work(request.actor).require()
    shown = _shown(request, name)
    return page(request, "approvals/route.html", shown=shown, route=shown.route, withdrawing=WithdrawForm())


def _shown(request: Request, name: str) -> RoutePage:
    route = queries.route_called(name)
    return RoutePage(request.actor, route, local_day(request.at), request.GET.get("version", ""))


@require_GET
def file(request: Request, name: str, number: int, form: str) -> HttpResponse:
    """A version of a route as BPMN 2.0 or as JSON."""
    policies.may_work(request.actor).require()
    version = queries.versions(queries.route_called(name)).filter(number=number).first()
    if version is None or form not in FORMS:
        raise NotFound("no_such_version", _("没有这一版。"))
    spec = json.dumps(version.spec, ensure_ascii=False, indent=2).encode()
    made = grammar.export(version.plan) if form == "bpmn" else spec
    return HttpResponse(
        made, content_type=FORMS[form], headers=attachment(f"{name}-v{version.number}.{form}")
    )


def draft(request: Request) -> HttpResponse:
    """A new version from JSON."""
    policies.may_keep_routes(request.actor, None).require()
    form = (
        DraftForm(request.POST, request.FILES)
        if request.method == "POST"
        else DraftForm(initial=_old(request))
    )
    with Attempt(form) as attempt:
        if form.is_valid():
            return moved(request, _draft(request, form))
    return page(request, "approvals/route_new.html", status=attempt.status, form=form)


def _draft(request: Request, form: DraftForm) -> str:
    organs = request.actor.organs_with(Duty.KEEP_ROUTES)
    version = services.draft_route(
        actor=request.actor, spec=form.cleaned_data["spec"], organ_id=organs[0], at=request.at
    )
    say(request, _("已存为草稿，请看检查结果，再发布。"))
    return f"{reverse('approvals:route', args=[version.route.name])}?version={version.number}"


def _old(request: Request) -> dict[str, str]:
    """The text of a route to be changed."""
    name = request.GET.get("from", "")
    if not name:
        return {}
    version = queries.versions(queries.route_called(name))[0]
    return {"text": json.dumps(version.spec, ensure_ascii=False, indent=2)}


@require_POST
def publish(request: Request, name: str) -> HttpResponse:
    """Put the draft in force."""
    version = services.publish_route(name=name, **once(request))
    return _published(request, version)


@require_POST
def renew(request: Request, name: str) -> HttpResponse:
    """Put in force what has come to it with the house, in one press."""
    return _published(request, services.renew_route(name=name, **once(request)))


def _published(request: Request, version: RouteVersion) -> HttpResponse:
    words = _("第%(n)s版已发布，新提交的审批按它走，在办的仍按原来的版本。")
    if version.plan.kind == grammar.PART:
        words = _("子流程第%(n)s版已发布，引用它的路线重新发布以后按它走。")
    say(request, words % {"n": version.number})
    return moved(request, reverse("approvals:route", args=[version.route.name]))


@require_POST
def withdraw(request: Request, name: str) -> HttpResponse:
    """Start no more papers along a route."""
    shown, form = _shown(request, name), WithdrawForm(request.POST)
    policies.may_keep_routes(request.actor, shown.route.organ_id).require()
    with Attempt(form) as attempt:
        if form.is_valid():
            services.withdraw_route(
                actor=request.actor, name=name, reason=form.cleaned_data["reason"], at=request.at
            )
            say(request, _("已停用，在办的审批继续办完。"))
            return moved(request, reverse("approvals:route", args=[name]))
    told = {"shown": shown, "route": shown.route, "withdrawing": form, "form": form}
    return page(request, "approvals/route.html", status=attempt.status, **told)
