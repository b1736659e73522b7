from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.requests import Request
from zhongshu.portal.forms import InstructionForm, common
from zhongshu.supervision import queries, services
from zhongshu.ui.forms import refuse
from zhongshu.ui.pages import moved, page, say

PHRASES = (
    gettext_lazy("同意。"),
    gettext_lazy("请抓紧办理，按期回告。"),
    gettext_lazy("请牵头单位说明原因，明日报我。"),
    gettext_lazy("请有关单位阅研。"),
)


@require_http_methods(["GET", "HEAD", "POST"])
def create(request: Request, directive_id: int) -> HttpResponse:
    """The sheet on which a leader writes an instruction (批示)."""
    directive = queries.to_instruct(request.actor, directive_id)
    form = InstructionForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _write(request, directive_id, form):
        return moved(request, reverse("portal:leader") + "?tab=instructed")
    return page(request, "portal/instruction.html", form=form, directive=directive, phrases=PHRASES)


def _write(request: Request, directive_id: int, form: InstructionForm) -> bool:
    words = services.Instruction(**form.cleaned_data)
    try:
        services.instruct(directive_id=directive_id, instruction=words, **common(request))
    except Refusal as refusal:
        refuse(form, refusal)
        if isinstance(refusal, services.HolderAway):
            form.offers = refusal.offers
        return False
    say(request, _("批示已送督查科，并立为督办") if words.supervise else _("批示已送达"))
    return True
