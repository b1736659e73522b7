from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.matters import services as matters
from zhongshu.portal.forms import DecisionForm, common
from zhongshu.portal.queries import desk, leader
from zhongshu.supervision import services
from zhongshu.ui.pages import moved, page, say


@require_safe
def show(request: Request) -> HttpResponse:
    """待批 · 待阅 · 督办 · 我的, made for one hand."""
    today = local_day(request.at)
    pile = leader.pile(
        request.actor, request.GET.get("tab", ""), today=today,
        cursor=request.GET.get("after", ""), before=request.GET.get("before", ""),
    )  # fmt: skip
    bars = leader.bars(request.actor, pile.tab, today)
    return page(request, "portal/leader.html", pile=pile, bars=bars, dateline=desk.dateline(today))


@require_POST
def decide(request: Request, directive_id: int) -> HttpResponse:
    """Grant or refuse a later date, from the card."""
    form = DecisionForm(request.POST)
    if form.is_valid():
        services.decide_extension(directive_id=directive_id, **form.cleaned_data, **common(request))
        say(request, _("已同意延期") if form.cleaned_data["approve"] else _("已退回延期申请"))
    return moved(request, reverse("portal:leader"))


@require_POST
def read(request: Request, matter_id: int) -> HttpResponse:
    """已阅: out of the to-read box."""
    matters.mark_read(actor=request.actor, matter_id=matter_id, at=request.at)
    say(request, _("已阅"))
    back = request.POST.get("back", "")
    return moved(request, reverse("portal:leader") + "?tab=read" if back == "leader" else "/?box=toread")
