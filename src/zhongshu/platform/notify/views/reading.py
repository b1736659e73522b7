from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhongshu.kernel.requests import Request
from zhongshu.platform.notify import services
from zhongshu.ui.pages import moved, say


@require_POST
def create(request: Request, notice_id: int) -> HttpResponse:
    """Read one notice, and go to what it is about."""
    notice = services.mark_read(actor=request.actor, notice_id=notice_id, at=request.at)
    return moved(request, notice.url or reverse("notify:inbox"))


@require_POST
def create_all(request: Request) -> HttpResponse:
    """Read all that was on the page."""
    up_to = request.POST.get("up_to", "")
    weight = request.POST.get("weight", "")
    read = services.mark_all_read(
        actor=request.actor,
        at=request.at,
        up_to=int(up_to) if up_to.isdecimal() else None,
        weight=int(weight) if weight.isdecimal() else None,
    )
    say(request, _("已把 %(count)s 条标为已读。") % {"count": read})
    return moved(request, reverse("notify:inbox"))
