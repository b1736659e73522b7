"""One supervised matter: its page, its date explained, its files."""

from django.http import HttpResponse
from django.urls import reverse

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.platform.files import services as files
from zhongshu.supervision import queries, services
from zhongshu.supervision.presenters import moves
from zhongshu.supervision.presenters.directive import DirectivePage
from zhongshu.ui.pages import page


def show(request: Request, directive_id: int) -> HttpResponse:
    """The matter."""
    directive = queries.get(request.actor, directive_id)
    shown = DirectivePage(request.actor, directive, request.at, only=request.GET.get("only", ""))
    return page(
        request, "supervision/directive.html", shown=shown, directive=directive, matter=directive.matter
    )


def explain(request: Request, directive_id: int) -> HttpResponse:
    """这个日期怎么算的."""
    directive = queries.get(request.actor, directive_id)
    told = moves.explained(directive, local_day(request.at))
    back = reverse("supervision:directive", args=[directive.pk])
    return page(
        request, "supervision/reckoning.html", reckoning=told, title=directive.matter.title, back_url=back
    )


file = files.serving(services.take_file)
