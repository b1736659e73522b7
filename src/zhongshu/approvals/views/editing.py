"""A route drawn up by form: every step saves the draft, and the check says at once what would happen with it."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from zhongshu.approvals import choices, grammar, parts, policies, queries, services
from zhongshu.approvals.forms.route import StartForm
from zhongshu.approvals.grammar.editing import Place
from zhongshu.approvals.models import Route
from zhongshu.approvals.parts import Bench
from zhongshu.approvals.presenters.draft import DraftPage
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import NotFound
from zhongshu.kernel.requests import Request
from zhongshu.org.models import Duty
from zhongshu.ui.forms import Attempt
from zhongshu.ui.pages import moved, page, say


def start(request: Request) -> HttpResponse:
    """A new route: its name, and perhaps another to begin with."""
    policies.may_keep_routes(request.actor, None).require()
    form = StartForm(request.POST if request.method == "POST" else None)
    with Attempt(form) as attempt:
        if form.is_valid():
            organs, spec = request.actor.organs_with(Duty.KEEP_ROUTES), form.spec(queries.free_name())
            services.draft_route(actor=request.actor, spec=spec, organ_id=organs[0], at=request.at)
            return moved(request, reverse("approvals:route-draft", args=[spec["name"]]))
    return page(request, "approvals/route_start.html", status=attempt.status, form=form)


@require_GET
def show(request: Request, name: str) -> HttpResponse:
    """The draft: outline, drawing, what the check finds."""
    shown = DraftPage(_kept(request, name), local_day(request.at))
    return page(request, "approvals/draft.html", shown=shown, route=shown.route)


def part(request: Request, name: str, part: str, ref: str = "") -> HttpResponse:
    """The form of one part; POST saves the draft with it."""
    route = _kept(request, name)
    if part not in parts.PARTS:
        raise NotFound("no_such_part", _("没有这一页。"))
    form = parts.PARTS[part](
        request.POST if request.method == "POST" else None,
        bench=_bench(request, route),
        ref=ref,
        place=_place(request),
    )
    with Attempt(form) as attempt:
        if form.is_valid():
            return _saved(request, route, form.applied())
    told = {"form": form, "route": route, "edition": queries.edition(queries.on_the_bench(route))}
    return page(request, form.template, status=attempt.status, **told)


@require_POST
def arrange(request: Request, name: str) -> HttpResponse:
    """One button of the outline: up, down, out, a way more."""
    route = _kept(request, name)
    act = parts.ACTS.get(request.POST.get("act", ""))
    if act is None:
        raise NotFound("no_such_part", _("没有这个操作。"))
    plan = grammar.folded(queries.on_the_bench(route).plan)
    return _saved(request, route, act(plan, request.POST.get("code", ""), _place(request)))


@require_POST
def discard(request: Request, name: str) -> HttpResponse:
    """Throw the draft away."""
    route = _kept(request, name)
    services.discard_draft(actor=request.actor, name=name, at=request.at)
    say(request, _("草稿已放弃。"))
    return moved(
        request, reverse("approvals:route", args=[name]) if route.current_id else reverse("approvals:routes")
    )


def _saved(request: Request, route: Route, plan: grammar.Route) -> HttpResponse:
    edition = request.POST.get("edition", "")
    spec = grammar.written(plan)
    services.draft_route(
        actor=request.actor, spec=spec, organ_id=route.organ_id, edition=edition, at=request.at
    )
    return moved(request, reverse("approvals:route-draft", args=[route.name]))


def _kept(request: Request, name: str) -> Route:
    route = queries.route_called(name)
    policies.may_keep_routes(request.actor, route.organ_id).require()
    return route


def _place(request: Request) -> Place:
    given = request.POST if "owner" in request.POST or "way" in request.POST else request.GET
    way = given.get("way", "0")
    return Place(given.get("owner", ""), int(way) if way.isdecimal() else 0)


def _bench(request: Request, route: Route) -> Bench:
    shared = [(one.name, one.title) for one in queries.parts()]
    organ_id = route.organ_id or request.actor.organs_with(Duty.KEEP_ROUTES)[0]
    today, plan = local_day(request.at), grammar.folded(queries.on_the_bench(route).plan)
    people, numbers = choices.for_route(plan, organ_id, today)
    return Bench(
        plan=plan,
        people=people,
        numbers=numbers,
        posts=choices.posts(organ_id, today),
        units=choices.units(organ_id),
        shared=shared,
    )
