"""Claims kept while they are filled in: by a button, by every change, by every refusal."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhongshu.finance import services
from zhongshu.finance.models import ClaimDraft, ClaimKind
from zhongshu.finance.presenters.drafts import filled
from zhongshu.kernel.requests import Request
from zhongshu.platform.files.keeping import open_kept
from zhongshu.ui.pages import moved, say


def held(
    request: Request, kind: str, *, amends_id: int | None = None, files: list[int] | None = None
) -> ClaimDraft:
    """Keep the sheet that was sent; ``files`` are those it holds now, if they are known better than it says."""
    known = request.POST.get("draft", "")
    sealed = open_kept(request.POST.get("kept", ""), request.actor.person_id)
    given: dict[str, Any] = {"amends_id": amends_id, "files": sealed if files is None else files}
    return services.keep_draft(
        actor=request.actor,
        kind=kind,
        data=filled(request.POST),
        draft_id=int(known) if known.isdecimal() else None,
        at=request.at,
        **given,
    )


@require_POST
def keep(request: Request, kind: ClaimKind) -> HttpResponse:
    """Keep what stands in the sheet now; the answer is the field that names the draft from then on."""
    return render(request, "finance/_draft.html", {"kept": held(request, kind)})


@require_POST
def drop(request: Request, draft_id: int) -> HttpResponse:
    """Throw a draft away."""
    services.drop_draft(actor=request.actor, draft_id=draft_id, at=request.at)
    say(request, _("草稿已删除。"))
    return moved(request, f"{reverse('finance:claims')}?box=drafts")
