"""Every form around money that is not a claim itself."""

from typing import Any

from zhongshu.finance.deeds import BY_NAME, Deed
from zhongshu.kernel.requests import Request
from zhongshu.platform.files.keeping import KeepingDoor


class Money(KeepingDoor[Deed]):
    """The subject is what the deed's ``find`` reads: an organ, a budget line, a fund, a claim, a flag."""

    template = "ui/deed.html"

    def find(self, request: Request, deed: Deed, ref: int) -> Any:
        subject = super().find(request, deed, ref)
        deed.allowed(request.actor, subject).require()
        return subject


act = Money(BY_NAME)
