from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from zhongshu.ui.pages import page


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """All that this person may reach and begin, where there is no room for a side column: on a phone."""
    return page(request, "portal/more.html")
