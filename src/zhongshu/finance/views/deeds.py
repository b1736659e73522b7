"""Every form around money goes through one door: what a service refuses stands in the form again."""

from typing import Any

from django.http import HttpResponse

from zhongshu.finance.deeds import BY_NAME, Deed
from zhongshu.finance.forms.deed import MoneyForm
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.platform.files.keeping import HoldsFiles, shelve
from zhongshu.ui.forms import Attempt
from zhongshu.ui.pages import moved, page, say


def act(request: Request, ref: int, name: str) -> HttpResponse:
    """GET shows the form of a deed, POST does it."""
    deed = BY_NAME[name]
    subject = deed.find(request.actor, ref)
    deed.allowed(request.actor, subject).require()
    told = {"subject": subject, "actor": request.actor, "today": local_day(request.at)}
    if request.method != "POST":
        return _shown(request, deed, subject, deed.form(**told))
    form = deed.form(request.POST, request.FILES, **told)
    with Attempt(form) as attempt:
        shelve(request, form)
        if form.is_valid():
            return _done(request, deed, subject, form)
    return _shown(request, deed, subject, form, status=attempt.status)


def _done(request: Request, deed: Deed, subject: Any, form: MoneyForm) -> HttpResponse:
    data = {name: value for name, value in form.cleaned_data.items() if name != "kept"}
    if isinstance(form, HoldsFiles):
        data["files"] = tuple(form.kept_files)
    common = {"actor": request.actor, "at": request.at, "idempotency_key": request.POST.get("once", "")}
    deed.run(data, common, subject)
    say(request, deed.done)
    return moved(request, deed.back(subject))


def _shown(request: Request, deed: Deed, subject: Any, form: MoneyForm, *, status: int = 200) -> HttpResponse:
    back = deed.back(subject)
    return page(
        request, "finance/deed.html", status=status, deed=deed, form=form, subject=subject, back_url=back
    )
