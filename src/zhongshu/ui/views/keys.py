"""The key map."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from zhongshu.ui.pages import page


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Keys and switches of the screen; the switches lead back to the page one came from."""
    came = urlsplit(request.headers.get("Referer", ""))
    back = came.path + (f"?{came.query}" if came.query else "")
    return page(request, "ui/keys.html#map", back=back or request.path)
