from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from zhongshu.approvals import grammar, policies, queries
from zhongshu.approvals.models import Route, RouteVersion
from zhongshu.kernel import reasons
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Conflict, Refusal
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case


@use_case("approvals.draft_route")
def draft_route(
    *, actor: Actor, spec: Mapping[str, Any], organ_id: int | None = None, edition: str = "", at: datetime
) -> RouteVersion:
    """Draft a new version of the route that ``spec`` (JSON) describes; the version in force stays in force.

    Refuses what is no route, saying where. A draft already there is replaced; where ``edition`` says which saving
    of it was changed, a Conflict if somebody has saved another since.
    """
    policies.may_keep_routes(actor, organ_id).require()
    plan = _named(grammar.folded(_read(spec)))
    route, _made = Route.objects.get_or_create(
        name=plan.name, defaults={"title": plan.title, "kind": plan.kind, "organ_id": organ_id}
    )
    if route.organ_id:
        policies.may_keep_routes(actor, route.organ_id).require()
    if edition and edition != queries.edition(queries.on_the_bench(route)):
        raise Conflict(
            "draft_has_moved",
            _("这份草稿刚被别人改过。"),
            hint=_("请看最新的样子，再改一次。"),
        )
    draft = queries.draft_of(route)
    if draft is None:
        newest = queries.versions(route).first()
        draft = RouteVersion(route=route, number=newest.number + 1 if newest else 1)
    draft.spec, draft.drafted_by_id, draft.drafted_at = grammar.written(plan), actor.person_id, at
    draft.save()
    _told(route, "route_drafted", actor=actor, at=at, version=draft.number, title=plan.title)
    return draft


@use_case("approvals.publish_route")
def publish_route(*, actor: Actor, name: str, at: datetime) -> RouteVersion:
    """Put the drafted version in force for papers started from now on, if the static check finds no fault.

    Parts that it calls are put in as they are in force now; a later version of theirs counts once it is published anew.

    Running papers keep the version they were started along.
    """
    route = queries.route_called(name)
    policies.may_keep_routes(actor, route.organ_id).require()
    draft = queries.draft_of(route)
    if draft is None:
        raise Conflict("nothing_drafted", _("没有待发布的草稿。"), hint=_("请先修改路线并保存。"))
    plan, today = draft.plan, local_day(at)
    found = queries.faults_of(plan, route.organ_id, today)
    if found:
        raise Refusal(
            "route_has_faults",
            _("检查发现 %(count)s 个问题，不能发布：%(first)s")
            % {"count": len(found), "first": found[0].story},
            rule=found[0].rule,
            hint=_("请按检查结果修改路线或者岗位，再发布。"),
        )
    draft.spec = grammar.written(queries.resolved(plan))
    draft.published_by_id, draft.published_at, draft.valid_from = actor.person_id, at, today
    draft.save(update_fields=["spec", "published_by", "published_at", "valid_from"])
    route.current, route.title, route.kind, route.withdrawn_at = draft, plan.title, plan.kind, None
    route.save()
    _told(route, "route_published", actor=actor, at=at, version=draft.number, title=plan.title)
    return draft


@use_case("approvals.renew_route")
def renew_route(*, actor: Actor, name: str, at: datetime) -> RouteVersion:
    """Publish a version with the fields and rules that have come to the route of this name with the house since.

    All else stays as it is in force; running papers keep the version they were started along. Refused while
    somebody has a draft of it in hand, and where the static check finds a fault.
    """
    route = queries.route_called(name)
    policies.may_keep_routes(actor, route.organ_id).require()
    policies.may_renew(route, queries.draft_of(route)).require()
    plan = queries.current(route).plan
    newer = queries.renewed(plan)
    if newer == plan:
        raise Conflict("nothing_new", _("随系统提供的内容，这条路线都有了。"), hint=_("请刷新页面。"))
    draft_route(actor=actor, spec=grammar.written(newer), organ_id=route.organ_id, at=at)
    return publish_route(actor=actor, name=name, at=at)


@use_case("approvals.discard_draft")
def discard_draft(*, actor: Actor, name: str, at: datetime) -> None:
    """Throw a drafted version away; a route that has never been published goes with it."""
    route = queries.route_called(name)
    policies.may_keep_routes(actor, route.organ_id).require()
    draft = queries.draft_of(route)
    if draft is None:
        raise Conflict("nothing_drafted", _("没有草稿可以放弃。"))
    _told(route, "route_discarded", actor=actor, at=at, version=draft.number, title=route.title)
    draft.delete()
    if not queries.versions(route).exists():
        route.delete()


@use_case("approvals.withdraw_route")
def withdraw_route(*, actor: Actor, name: str, reason: str, at: datetime) -> Route:
    """Start no more papers along a route; running ones go on."""
    route = queries.route_called(name)
    policies.may_keep_routes(actor, route.organ_id).require()
    because = reasons.given(reason, _("请写明原因。"))
    route.withdrawn_at = at
    route.save(update_fields=["withdrawn_at"])
    _told(route, "route_withdrawn", actor=actor, at=at, title=route.title, reason=because)
    return route


def _read(spec: Mapping[str, Any]) -> grammar.Route:
    try:
        return grammar.read(spec)
    except grammar.Malformed as broken:
        raise Refusal(
            "malformed_route",
            _("路线写得不对（%(where)s）：%(what)s") % {"where": broken.where, "what": broken.what},
            fields={"spec": broken.what},
        ) from broken


def _named(plan: grammar.Route) -> grammar.Route:
    """The route, if it can be called by its name in addresses and on the command line."""
    if not grammar.NAME.fullmatch(plan.name):
        wrong = _("路线的代号只能用字母、数字、连字符和下划线，不超过 60 个。")
        raise Refusal("malformed_route", wrong, fields={"spec": wrong})
    return plan


def _told(route: Route, verb: str, *, actor: Actor, at: datetime, **facts: object) -> None:
    journal.record(stream=f"route:{route.pk}", verb=f"approvals.{verb}", actor=actor, at=at, data=facts)
