from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from zhongshu.approvals.models import Route, RouteVersion
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import NotFound


def routes() -> QuerySet[Route]:
    """All routes, by name. How papers go is known to everybody inside."""
    return Route.objects.select_related("current", "organ").order_by("kind", "name")


def startable(actor: Actor, kind: str) -> QuerySet[Route]:
    """Routes along which ``actor`` can start a paper of ``kind``: published, of his organ or of all."""
    own = Q(organ__isnull=True) | Q(organ_id__in=sorted(actor.organ_ids))
    return routes().filter(own, kind=kind, current__isnull=False, withdrawn_at__isnull=True)


def route_called(name: str) -> Route:
    """The route with this name; NotFound when there is none."""
    found = routes().filter(name=name).first()
    if found is None:
        raise NotFound("no_such_route", _("没有叫“%(name)s”的审批路线。") % {"name": name})
    return found


def versions(route: Route) -> QuerySet[RouteVersion]:
    """The versions of a route, the newest first."""
    rows = RouteVersion.objects.filter(route=route).select_related("published_by", "drafted_by")
    return rows.order_by("-number")


def draft_of(route: Route) -> RouteVersion | None:
    """The version still being drafted, if there is one."""
    return versions(route).filter(published_at__isnull=True).first()


def current(route: Route) -> RouteVersion:
    """The version in force; NotFound where none has been published."""
    if route.current is None:
        raise NotFound("not_published", _("这条审批路线还没有发布。"))
    return route.current
