"""How a refusal is answered on a page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.utils.translation import gettext as _

from zhongshu.api.problems import problem
from zhongshu.kernel.beyond import beyond
from zhongshu.kernel.paging import BAD_CURSOR
from zhongshu.kernel.refusals import Refusal
from zhongshu.ui.pages import moved, say
from zhongshu.ui.querystrings import changed

Respond = Callable[[HttpRequest], HttpResponse]
NOT_SO = HttpResponseNotAllowed.status_code


class RefusalMiddleware:
    """One mapping of refusals to pages, for all views."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.respond(request)
        return _by_button_only(request, response) if response.status_code == NOT_SO else response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        refusal = exception if isinstance(exception, Refusal) else beyond(exception)
        if refusal is None:
            return None
        if refusal.code == BAD_CURSOR and request.method == "GET":
            return _first_page(request, refusal)
        return render(request, "ui/refusal.html", {"refusal": refusal}, status=refusal.status)


def _first_page(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """The list from its beginning, under its filter, and above it that the page asked for is not there."""
    say(request, refusal.sentence, tone="warn")
    return moved(request, request.path + changed(request.GET, {}).rstrip("?"))


def _by_button_only(request: HttpRequest, refused: HttpResponse) -> HttpResponse:
    """An address that only a button leads to, opened by itself: the framework's answer is an empty page."""
    if request.path.startswith("/api/"):
        hint = _("请按接口说明改用 %(ways)s。") % {"ways": refused["Allow"]}
        answer = problem(NOT_SO, "method_not_allowed", _("这个地址不接受这种请求。"), hint=hint)
    else:
        answer = render(request, "405.html", status=NOT_SO)
    answer["Allow"] = refused["Allow"]
    return answer
