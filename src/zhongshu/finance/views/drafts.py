"""Claims kept while they are filled in: by a button, by every change, by every refusal."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from zhongshu.finance import services
from zhongshu.finance.forms.claims import Attached
from zhongshu.finance.models import ClaimDraft, ClaimKind
from zhongshu.finance.presenters.drafts import filled
from zhongshu.kernel.requests import Request
from zhongshu.platform.files.keeping import shelve
from zhongshu.ui.forms import Attempt
from zhongshu.ui.pages import moved, say


def held(request: Request, kind: str, *, files: list[int], amends_id: int | None = None) -> ClaimDraft:
    """Keep the sheet that was sent, with the ``files`` that are stored for it."""
    known = request.POST.get("draft", "")
    return services.keep_draft(
        actor=request.actor,
        kind=kind,
        data=filled(request.POST),
        draft_id=int(known) if known.isdecimal() else None,
        amends_id=amends_id,
        files=files,
        at=request.at,
    )


@require_POST
def keep(request: Request, kind: ClaimKind) -> HttpResponse:
    """Keep what stands in the sheet now, its files stored; the answer names the draft and the files from then on."""
    form = Attached(request.POST, request.FILES)
    with Attempt(form):
        shelve(request, form)
    kept = held(request, kind, files=[one.pk for one in form.kept_files])
    return render(request, "finance/_kept.html", {"kept": kept, "form": form if request.FILES else None})


@require_POST
def drop(request: Request, draft_id: int) -> HttpResponse:
    """Throw a draft away."""
    services.drop_draft(actor=request.actor, draft_id=draft_id, at=request.at)
    say(request, _("草稿已删除。"))
    return moved(request, f"{reverse('finance:claims')}?box=drafts")
