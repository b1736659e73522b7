"""Files sent with a form are stored before the form's deed, and stay with the form when the deed is refused."""

from collections.abc import Iterable
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.forms import BaseForm

from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.requests import Request
from zhongshu.platform.files import services as files
from zhongshu.platform.files.models import File
from zhongshu.supervision import queries
from zhongshu.supervision.forms.fields import HoldsFiles, open_kept, seal_kept


class Shelf:
    """The files of one form: those it stored before, and those it stores now."""

    def __init__(self, request: Request, sealed: str) -> None:
        self.request = request
        ids = open_kept(sealed, request.actor.person_id)
        found = queries.stored(ids)
        self.files: list[File] = [found[one] for one in ids if one in found]

    @property
    def sealed(self) -> str:
        """The token by which the form hands its files in again."""
        return seal_kept([one.pk for one in self.files], self.request.actor.person_id)

    def put(self, sent: Iterable[UploadedFile[Any]], *, field: str) -> None:
        """Store what was sent; a file refused is named at ``field``, and those before it stay."""
        for place, one in enumerate(sent):
            self.files.append(self._store(one, place, field))

    def _store(self, sent: UploadedFile[Any], place: int, field: str) -> File:
        once = self.request.POST.get("once", "")
        given = {"actor": self.request.actor, "stream": sent, "name": sent.name or "", "at": self.request.at}
        if once:
            given["idempotency_key"] = f"{once}-{place}"
        try:
            return files.store(**given)  # type: ignore[arg-type]
        except Refusal as refused:
            told = f"{sent.name}：{refused}"
            raise Refusal(refused.code, told, fields={field: told}, rule=refused.rule) from refused


def shelve(request: Request, form: BaseForm, *, field: str = "files") -> None:
    """Store the files sent with a form, be the rest of it right or wrong; the form keeps hold of them."""
    if not isinstance(form, HoldsFiles):
        return
    form.is_valid()
    sent = form.cleaned_data.get(field) or []
    shelf = Shelf(request, form.cleaned_data.get("kept", ""))
    try:
        shelf.put(sent if isinstance(sent, list) else [sent], field=field)
    finally:
        form.hold(shelf.files, shelf.sealed)
