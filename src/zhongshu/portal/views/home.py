from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.platform.accounts import queries as accounts
from zhongshu.platform.workdays import queries as workdays
from zhongshu.portal.queries import desk
from zhongshu.ui.pages import moved, page


@require_safe
def show(request: Request) -> HttpResponse:
    """Today's desk: one of the four boxes (``?box=``), what lies ahead, unread notices.

    An administrator has no desk and is sent to his own pages (rule G-07).
    """
    if request.actor.admin_role:
        return moved(request, reverse(accounts.landing(request.actor.admin_role)))
    actor, today, calendar = request.actor, local_day(request.at), workdays.calendar()
    box, counted = desk.box(
        actor, request.GET.get("box", ""), today=today, calendar=calendar,
        cursor=request.GET.get("after", ""), before=request.GET.get("before", ""),
    )  # fmt: skip
    return page(request, "portal/home.html", box=box, desk=desk.desk(actor, box, counted, today, calendar))
