"""督办一张图: on a desk, and on a wall."""

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from zhongshu.kernel.requests import Request
from zhongshu.supervision.presenters.board import Board
from zhongshu.supervision.presenters.sources import Sources
from zhongshu.ui.pages import page


@require_GET
def show(request: Request) -> HttpResponse:
    """The board, on one page."""
    return _page(request, "supervision/board.html")


@require_GET
def wall(request: Request) -> HttpResponse:
    """The board for a large screen that nobody touches: numbers of units, no matter and no person named."""
    return _page(request, "supervision/wall.html")


@require_GET
def sources(request: Request) -> HttpResponse:
    """Where matters come from, and what was sent back."""
    return _page(request, "supervision/sources.html", Sources)


def _page(request: Request, template: str, kind: type[Board] = Board) -> HttpResponse:
    return page(request, template, board=kind(request.actor, request.at, request.GET.get("span", "")))
