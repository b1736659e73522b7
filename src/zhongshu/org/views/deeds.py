"""Every form about the organisation."""

from typing import Any

from django.urls import reverse

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import NotFound
from zhongshu.kernel.requests import Request
from zhongshu.org.deeds import BY_RESOURCE, SUBJECTS, Deed
from zhongshu.org.forms import DeedForm
from zhongshu.ui.deeds import Door


class Changes(Door[Deed, int]):
    """The subject is an id; SUBJECTS says of what."""

    template = "org/deed.html"
    bare = (
        NotFound.status,
    )  # whom a successor's other seats keep from taking over: another is chosen in the form

    def find(self, request: Request, deed: Deed, ref: int) -> int:
        SUBJECTS[deed.subject].may(request.actor, ref).require()
        return ref

    def asked(self, request: Request, subject: int) -> dict[str, Any]:
        return {"actor": request.actor, "subject": subject, "day": local_day(request.at)}

    def perform(self, request: Request, deed: Deed, subject: int, form: DeedForm) -> object:
        return deed.act(request.actor, subject, form.cleaned_data, request.at)

    def back(self, request: Request, deed: Deed, subject: int) -> str:
        if deed.subject == "absent" and subject == request.actor.person_id:
            return reverse("org:absence")
        return SUBJECTS[deed.subject].page(subject)

    def beside(self, request: Request, deed: Deed, subject: int, form: DeedForm) -> dict[str, Any]:
        return {"name": SUBJECTS[deed.subject].name(subject)}


act = Changes(BY_RESOURCE)
