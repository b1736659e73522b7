from django.http import HttpResponse
from django.views.decorators.http import require_safe

from zhongshu.kernel.clock import local_day, now
from zhongshu.kernel.requests import Request
from zhongshu.platform.notify import queries
from zhongshu.ui.pages import page


@require_safe
def show(request: Request) -> HttpResponse:
    """The unread, in three groups."""
    boxes = queries.boxes(request.actor)
    newest = max((notice.pk for box in boxes for notice in box.notices), default=0)
    digest = queries.digest_of(request.actor, local_day(now()))
    return page(request, "notify/inbox.html", boxes=boxes, newest=newest, digest=digest)


@require_safe
def seen(request: Request) -> HttpResponse:
    """What was read before."""
    notices = queries.seen(
        request.actor, cursor=request.GET.get("after", ""), before=request.GET.get("before", "")
    )
    return page(request, "notify/seen.html", notices=notices)
