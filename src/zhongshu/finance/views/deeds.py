"""Every form around money that is not a claim itself."""

from typing import Any

from zhongshu.finance.deeds import BY_NAME, Deed
from zhongshu.finance.models import SplitFlag
from zhongshu.finance.presenters.suspicions import suspicions
from zhongshu.kernel.requests import Request
from zhongshu.platform.files.keeping import KeepingDoor
from zhongshu.ui.deeds import DeedForm


class Money(KeepingDoor[Deed]):
    """The subject is what the deed's ``find`` reads: an organ, a budget line, a fund, a claim, a flag."""

    template = "finance/deed.html"

    def find(self, request: Request, deed: Deed, ref: int) -> Any:
        subject = super().find(request, deed, ref)
        deed.allowed(request.actor, subject).require()
        return subject

    def beside(self, request: Request, deed: Deed, subject: Any, form: DeedForm) -> dict[str, Any]:
        """Whoever explains a suspicion sees what it is about."""
        told = super().beside(request, deed, subject, form)
        if isinstance(subject, SplitFlag):
            told["suspicion"] = suspicions([subject], request.actor)[0]
        return told


act = Money(BY_NAME)
