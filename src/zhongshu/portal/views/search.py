from django.http import HttpResponse
from django.views.decorators.http import require_safe

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.portal.queries import search
from zhongshu.ui.pages import page

IN_PALETTE = 6


@require_safe
def show(request: Request) -> HttpResponse:
    """One box for everything (``?q=``); ``?part=palette`` answers the palette with a few lines."""
    in_palette = request.GET.get("part") == "palette"
    found = search.find(
        request.actor,
        request.GET.get("q", ""),
        today=local_day(request.at),
        cursor=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
        size=IN_PALETTE if in_palette else search.SIZE,
    )
    return page(request, "portal/_found.html" if in_palette else "portal/search.html", found=found)
