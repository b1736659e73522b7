"""The tree, a unit, a person."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.org import policies, queries, services
from zhongshu.org.presenters.structure import PersonPage, UnitPage
from zhongshu.ui.pages import moved, page, say


@require_safe
def tree(request: Request) -> HttpResponse:
    """机构人员: all units with how many people each has."""
    nodes = queries.flat(queries.tree(local_day(request.at)))
    may_import = policies.may_import(request.actor)
    organ_id = min(request.actor.organ_ids, default=0)
    return page(request, "org/tree.html", nodes=nodes, may_import=may_import, organ_id=organ_id)


@require_safe
def unit(request: Request, unit_id: int) -> HttpResponse:
    """One unit: posts, people, names."""
    return page(request, "org/unit.html", shown=UnitPage(request.actor, queries.unit(unit_id), request.at))


@require_safe
def person(request: Request, person_id: int) -> HttpResponse:
    """One person: appointments, absence, stand-ins."""
    shown = PersonPage(request.actor, queries.person(person_id), request.at)
    return page(request, "org/person.html", shown=shown)


@require_POST
def revoke_alias(request: Request, alias_id: int) -> HttpResponse:
    """Forget a name of a unit."""
    alias = services.revoke_alias(actor=request.actor, alias_id=alias_id, at=request.at)
    say(request, _("已停用别名“%(name)s”。") % {"name": alias.name})
    return moved(request, reverse("org:unit", args=[alias.unit_id]))
