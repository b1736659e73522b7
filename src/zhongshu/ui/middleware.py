"""Headers that every page carries."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase, ResponseHeaders

from zhongshu.ui.headers import HEADERS

STORED = ResponseHeaders(HEADERS)._store
"""The same as an answer keeps them: put in all at once, for asking after each that is missing raises an error."""


class SecurityHeaders:
    """Strict CSP and its companions on every answer; ``no-store``, so that no page stays in the browser.

    A view that sets one of these headers itself keeps its own value. Static files, which stand below this
    middleware, set their own ``Cache-Control``.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers._store = {**STORED, **response.headers._store}
        return response
