"""How a refusal is answered on a page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from zhongshu.kernel.refusals import Refusal

Respond = Callable[[HttpRequest], HttpResponse]


class RefusalMiddleware:
    """One mapping of refusals to pages, for all views."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.respond(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, Refusal):
            return None
        return render(request, "ui/refusal.html", {"refusal": exception}, status=exception.status)
