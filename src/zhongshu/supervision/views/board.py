"""督办一张图."""

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from zhongshu.kernel.requests import Request
from zhongshu.supervision.presenters.board import Board
from zhongshu.ui.pages import page


@require_GET
def show(request: Request) -> HttpResponse:
    """The board, on one page."""
    board = Board(request.actor, request.at, request.GET.get("span", ""))
    return page(request, "supervision/board.html", board=board)
