"""Headers that every page carries."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase, ResponseHeaders

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "manifest-src 'self'",
    )
)
PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Permissions-Policy": PERMISSIONS_POLICY,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
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
