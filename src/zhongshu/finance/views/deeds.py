"""Every form around money that is not a claim itself."""

from typing import Any

from django.forms import BaseForm

from zhongshu.finance.deeds import BY_NAME, Deed
from zhongshu.finance.forms.deed import MoneyForm
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.platform.files.keeping import HoldsFiles, shelve
from zhongshu.ui.deeds import Door, once


class Money(Door[Deed, Any]):
    """The subject is what the deed's ``find`` reads: an organ, a budget line, a fund, a claim, a flag."""

    template = "finance/deed.html"

    def find(self, request: Request, deed: Deed, ref: int) -> Any:
        subject = deed.find(request.actor, ref)
        deed.allowed(request.actor, subject).require()
        return subject

    def asked(self, request: Request, subject: Any) -> dict[str, Any]:
        return {"subject": subject, "actor": request.actor, "today": local_day(request.at)}

    def keep(self, request: Request, deed: Deed, subject: Any, form: BaseForm) -> None:
        shelve(request, form)

    def perform(self, request: Request, deed: Deed, subject: Any, form: MoneyForm) -> object:
        data = {name: value for name, value in form.cleaned_data.items() if name != "kept"}
        if isinstance(form, HoldsFiles):
            data["files"] = tuple(form.kept_files)
        return deed.run(data, once(request), subject)

    def back(self, request: Request, deed: Deed, subject: Any) -> str:
        return deed.back(subject)

    def after(self, deed: Deed, made: Any, back: str) -> str:
        return deed.after(made) if deed.after else back

    def beside(self, request: Request, deed: Deed, subject: Any, form: MoneyForm) -> dict[str, Any]:
        return {"subject": subject}


act = Money(BY_NAME)
