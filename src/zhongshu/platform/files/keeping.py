"""Files that stay with a form: sent once, stored at once, handed in again by a sealed token."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from django import forms
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.requests import Request
from zhongshu.platform.files.models import File
from zhongshu.platform.files.services import clean_name, store
from zhongshu.platform.usecases.registry import together
from zhongshu.ui.deeds import DeedForm, Door, SubjectDeed, once

SALT = "files.kept"
KEPT_FOR = 24 * 3600
"""Seconds for which a token is good."""


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files."""

    def __init__(self, **kwargs: Any) -> None:
        self.accept = kwargs.pop("accept", "")
        widget = FilesInput(attrs={"accept": self.accept} if self.accept else {})
        super().__init__(required=False, allow_empty_file=True, widget=widget, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The files sent, in order; what is wrong with one of them is said when it is stored."""
        sent = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(one, initial) for one in sent if one]


def seal_kept(ids: Sequence[int], person_id: int | None) -> str:
    """Ids of files already stored for this form, so that only this person can hand them in."""
    return signing.dumps([person_id, list(ids)], salt=SALT) if ids else ""


def open_kept(sealed: str, person_id: int | None) -> list[int]:
    """The ids within ``sealed``; none when it is not this person's or was tampered with."""
    if not sealed:
        return []
    try:
        owner, ids = signing.loads(sealed, salt=SALT, max_age=KEPT_FOR)
    except signing.BadSignature:
        return []
    return ids if owner == person_id else []


class HoldsFiles(forms.Form):
    """A form that keeps hold of files stored for it, whatever becomes of what it was sent for."""

    kept = forms.CharField(required=False, widget=forms.HiddenInput)
    kept_files: Sequence[File] = ()

    def hold(self, files: Sequence[File], sealed: str) -> None:
        """Remember ``files``, and hand ``sealed`` in again with the next submit."""
        self.kept_files = files
        data: Any = self.data
        self.data = data.copy()
        self.data["kept"] = sealed  # type: ignore[index]


class Shelf:
    """The files of one form: those it stored before, but for what is taken off, and those it stores now."""

    def __init__(self, request: Request, sealed: str) -> None:
        self.request = request
        off = set(request.POST.getlist("off"))
        ids = [one for one in open_kept(sealed, request.actor.person_id) if str(one) not in off]
        found = File.objects.in_bulk(ids) if ids else {}
        self.files: list[File] = [found[one] for one in ids if one in found]

    @property
    def sealed(self) -> str:
        """The token by which the form hands its files in again."""
        return seal_kept([one.pk for one in self.files], self.request.actor.person_id)

    def put(self, sent: Iterable[UploadedFile[Any]], *, field: str) -> None:
        """Store what was sent; files refused are named at ``field``, each with its reason, and all others stay."""
        refused: list[tuple[str, Refusal]] = []
        for place, one in enumerate(sent):
            try:
                self.files.append(self._store(one, place))
            except Refusal as no:
                refused.append((clean_name(one.name or ""), no))
        if refused:
            raise self._told(refused, field)

    def _told(self, refused: Sequence[tuple[str, Refusal]], field: str) -> Refusal:
        told = "".join(f"{name}：{no}" for name, no in refused)
        if self.files:
            told += _("其他文件已经留下，不用再选；这些请改好或换一份，再选一次。")
        first = refused[0][1]
        return Refusal(first.code, told, fields={field: told}, rule=first.rule)

    def _store(self, sent: UploadedFile[Any], place: int) -> File:
        once = self.request.POST.get("once", "")
        given = {"actor": self.request.actor, "stream": sent, "name": sent.name or "", "at": self.request.at}
        if once:
            given["idempotency_key"] = f"{once}-{place}"
        return store(**given)  # type: ignore[arg-type]


def shelve(request: Request, form: forms.BaseForm, *, field: str = "files") -> None:
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


@contextmanager
def let_go_if_refused(request: Request, form: HoldsFiles) -> Iterator[None]:
    """What is stored for ``form`` within goes again where it is refused: a file that serves nothing is not kept."""
    try:
        with together(actor=request.actor, at=request.at):
            yield
    except Refusal:
        form.hold((), "")
        raise


Row = TypeVar("Row", bound=SubjectDeed)


class KeepingDoor(Door[Row, Any]):
    """The door of deeds about subjects, whose forms keep hold of the files sent with them."""

    def find(self, request: Request, deed: Row, ref: int) -> Any:
        return deed.find(request.actor, ref)

    def asked(self, request: Request, subject: Any) -> dict[str, Any]:
        return {"subject": subject, "actor": request.actor, "today": local_day(request.at)}

    def keep(self, request: Request, deed: Row, subject: Any, form: forms.BaseForm) -> None:
        shelve(request, form)

    def perform(self, request: Request, deed: Row, subject: Any, form: DeedForm) -> object:
        data = {name: value for name, value in form.cleaned_data.items() if name != "kept"}
        if isinstance(form, HoldsFiles):
            data["files"] = tuple(form.kept_files)
        return deed.run(data, once(request), subject)

    def back(self, request: Request, deed: Row, subject: Any) -> str:
        return deed.back(subject)

    def after(self, deed: Row, made: Any, back: str) -> str:
        return deed.after(made) if deed.after else back

    def beside(self, request: Request, deed: Row, subject: Any, form: DeedForm) -> dict[str, Any]:
        return {"subject": subject}
