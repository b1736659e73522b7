"""Names of units that the house taught by putting readings right."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from zhongshu.kernel.requests import Request
from zhongshu.supervision import queries, services
from zhongshu.ui.pages import moved, page, say


@require_GET
def listing(request: Request) -> HttpResponse:
    """Every name learnt, newest first, with its unit and the text that taught it."""
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    found = queries.learnt_aliases(request.actor, cursor=after, before=before)
    return page(request, "supervision/aliases.html", found=found)


@require_POST
def revoke(request: Request, alias_id: int) -> HttpResponse:
    """Read this name as that unit no longer."""
    alias = services.revoke_alias(actor=request.actor, alias_id=alias_id, at=request.at)
    say(request, _("“%(name)s”不再读作%(unit)s。") % {"name": alias.name, "unit": alias.unit})
    return moved(request, reverse("supervision:aliases"))
