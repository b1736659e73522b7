"""撤回: what was just done, taken back within seconds. The address carries what it was, signed."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhongshu.kernel.refusals import NotFound
from zhongshu.kernel.requests import Request
from zhongshu.supervision import services
from zhongshu.supervision.models import Directive
from zhongshu.ui.pages import moved, say

SALT = "zhongshu.supervision.take_back"


def offer(
    request: Request, deed: str, done: Iterable[Directive | int], sentence: str, *, back: str = ""
) -> None:
    """Say that ``deed`` was done to the directives, or ids, and let it be taken back where it can be.

    ``back``  the page to go to once it is; the matter itself where none is named.
    """
    ids = [one if isinstance(one, int) else one.pk for one in done]
    say(
        request,
        sentence,
        undo=_address(request, deed, ids, back) if settings.TAKE_BACK_SECONDS and deed and ids else "",
    )


def _address(request: Request, deed: str, ids: list[int], back: str) -> str:
    act = {
        "by": request.actor.person_id, "deed": deed, "ids": ids, "at": request.at.isoformat(), "back": back,
    }  # fmt: skip
    return f"{reverse('supervision:take-back')}?{urlencode({'act': signing.dumps(act, salt=SALT, compress=True)})}"


def offer_opening(request: Request, opened: Iterable[Directive], sentence: str) -> None:
    """Say that matters were opened; what was merged into one open before it is not taken back with them."""
    offer(request, "opening", [one for one in opened if one.matter.opened_at == request.at], sentence)


@require_POST
def take_back(request: Request) -> HttpResponse:
    """Take back what the address names, if it was this person's and has not left."""
    act = _read(request)
    ids, done_at = act["ids"], datetime.fromisoformat(act["at"])
    services.take_back(
        actor=request.actor, deed=act["deed"], directive_ids=ids, done_at=done_at, at=request.at
    )
    say(request, _("已撤回 %(n)s 件，对方没有收到通知。") % {"n": len(ids)})
    return moved(request, act["back"] or reverse("supervision:directive", args=[ids[0]]))


def _read(request: Request) -> dict[str, Any]:
    try:
        act: dict[str, Any] = signing.loads(request.GET.get("act", ""), salt=SALT)
    except signing.BadSignature as forged:
        raise NotFound("no_such_act", _("撤回的地址不完整。")) from forged
    if act["by"] != request.actor.person_id:
        raise NotFound("no_such_act", _("只能撤回自己刚办的事。"))
    return act
