"""Every form about the organisation goes through one door; what a service refuses stands in the form again."""

from collections.abc import Callable

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Forbidden, NotFound, Refusal
from zhongshu.kernel.requests import Request
from zhongshu.org.deeds import SUBJECTS, Deed
from zhongshu.org.forms import DeedForm
from zhongshu.ui.forms import refuse
from zhongshu.ui.pages import moved, page, say


def view_of(deed: Deed) -> Callable[..., HttpResponse]:
    """The page of ``deed``: GET shows its form, POST does it."""

    def view(request: Request, pk: int) -> HttpResponse:
        SUBJECTS[deed.subject].may(request.actor, pk).require()
        sent = request.POST if request.method == "POST" else None
        form = deed.form(sent, actor=request.actor, subject=pk, day=local_day(request.at))
        if sent is None or not form.is_valid():
            return _show(request, deed, pk, form)
        return _do(request, deed, pk, form)

    view.__name__ = f"deed_{deed.subject}_{deed.code}".replace("-", "_")
    return require_http_methods(["GET", "HEAD", "POST"])(view)


def _do(request: Request, deed: Deed, pk: int, form: DeedForm) -> HttpResponse:
    back = _back(request, deed, pk)
    try:
        deed.act(request.actor, pk, form.cleaned_data, request.at)
    except (Forbidden, NotFound):
        raise
    except Refusal as refusal:
        refuse(form, refusal)
        return _show(request, deed, pk, form, status=refusal.status)
    say(request, deed.done)
    return moved(request, back)


def _show(request: Request, deed: Deed, pk: int, form: DeedForm, status: int = 200) -> HttpResponse:
    name, back = SUBJECTS[deed.subject].name(pk), _back(request, deed, pk)
    return page(request, "org/deed.html", status=status, deed=deed, form=form, name=name, back=back)


def _back(request: Request, deed: Deed, pk: int) -> str:
    if deed.subject == "absent" and pk == request.actor.person_id:
        return reverse("org:absence")
    return SUBJECTS[deed.subject].page(pk)
