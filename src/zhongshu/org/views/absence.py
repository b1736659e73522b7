"""My absence: leave, who stands in for me, for whom I stand in."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.org import queries, services
from zhongshu.org.forms import LeaveForm, StandInForm
from zhongshu.ui.pages import moved, page, say

STANDING_IN = "standing_in_for"  # session key, read at the door (config.middleware)


@require_safe
def show(request: Request) -> HttpResponse:
    """What I have planned, and the two forms to plan more."""
    me, day = request.actor.person_id or 0, local_day(request.at)
    leaves, by, to = queries.absences(me, day)
    return page(
        request,
        "org/absence.html",
        me=me,
        leaves=leaves,
        stood_in_by=by,
        stands_in_for=to,
        now=[stand.absent_id for stand in queries.stand_ins_for(me, day)],
        leave_form=LeaveForm(actor=request.actor, subject=me, day=day, auto_id="leave_%s"),
        stand_in_form=StandInForm(actor=request.actor, subject=me, day=day, auto_id="stand_%s"),
    )


@require_POST
def standing_in(request: Request) -> HttpResponse:
    """Begin or stop to act for somebody: ``absent`` is his id, or empty to act for oneself again."""
    wanted = request.POST.get("absent", "")
    me, day = request.actor.person_id or 0, local_day(request.at)
    stand = next((one for one in queries.stand_ins_for(me, day) if str(one.absent_id) == wanted), None)
    if stand is None:
        request.session.pop(STANDING_IN, None)
        say(request, _("现在以本人身份办理。"))
    else:
        request.session[STANDING_IN] = stand.absent_id
        say(request, _("现在代%(name)s办理，每一步都会记两个人的名字。") % {"name": stand.absent.name})
    return moved(request, reverse("org:absence"))


@require_POST
def end_leave(request: Request, leave_id: int) -> HttpResponse:
    """Back at work."""
    leave = services.end_leave(actor=request.actor, leave_id=leave_id, at=request.at)
    say(request, _("已销假。"))
    return moved(request, _page_of(request, leave.person_id))


@require_POST
def revoke(request: Request, stand_in_id: int) -> HttpResponse:
    """End a stand-in now."""
    stand = services.revoke_stand_in(actor=request.actor, stand_in_id=stand_in_id, at=request.at)
    say(request, _("代理已结束。"))
    mine = request.actor.person_id in (stand.absent_id, stand.stand_in_id)
    return moved(request, reverse("org:absence") if mine else reverse("org:person", args=[stand.absent_id]))


def _page_of(request: Request, person_id: int) -> str:
    if person_id == request.actor.person_id:
        return reverse("org:absence")
    return reverse("org:person", args=[person_id])
