"""Deeds: what is done by filling in one form, as rows of a table, and the one door all of them go through."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Generic, TypeVar

from django.forms import BaseForm
from django.http import HttpResponse
from django.utils.functional import Promise

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.requests import Request
from zhongshu.ui.forms import PAGES_OF_THEIR_OWN, Attempt, Form, refuse
from zhongshu.ui.pages import moved, page, say

Words = str | Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One row: the words and the form. A floor adds how the service is called.

    ``title``    what the page and, without ``button``, the button say.   ``done`` the sentence afterwards.
    ``note``     said above the form.   ``grave`` cannot be taken back: drawn as such.
    ``at_once``  nothing to fill in: the button on the subject's page does it.
    """

    title: Words
    form: type[Any]
    done: Words
    button: Words = ""
    note: Words = ""
    rule: str = ""
    icon: str = "edit"
    at_once: bool = False
    grave: bool = False

    @property
    def words(self) -> Words:
        """What its button says."""
        return self.button or self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectDeed(Deed):
    """One row about a subject that is found by its id; a floor names its ``area``, in which its URLs have their names.

    ``name``   the name of its URL.   ``path`` where it is, with ``<int:ref>`` for its subject.
    ``find``   reads the subject for an actor, or refuses.
    ``run``    calls the service with the cleaned form, the common arguments and the subject.
    ``back``   where one came from, and goes afterwards unless ``after`` says where by what was made.
    """

    area: ClassVar[str]
    name: str
    path: str
    find: Callable[[Actor, int], Any]
    run: Callable[[dict[str, Any], dict[str, Any], Any], object]
    back: Callable[[Any], str]
    after: Callable[[Any], str] | None = None

    @property
    def url_name(self) -> str:
        """Name of its address."""
        return f"{self.area}:{self.name}"


class DeedForm(Form):
    """The form of a deed about ``subject``, filled in by ``actor`` on the day ``today``."""

    def __init__(self, *args: Any, subject: Any, actor: Actor, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.subject, self.actor, self.today = subject, actor, today
        self.offer()

    def offer(self) -> None:
        """Fill in the choices and the first answers that depend on the subject."""


Row = TypeVar("Row", bound=Deed)
Subject = TypeVar("Subject")


class Door(ABC, Generic[Row, Subject]):
    """The view of every deed of a floor: GET shows its form, POST does it, what is refused stands in the form.

    Addresses pass ``resource``, the key of the deed in ``deeds``, and the id of the subject under a name of theirs.
    """

    template: ClassVar[str]
    bare: ClassVar[Collection[int]] = PAGES_OF_THEIR_OWN

    def __init__(self, deeds: Mapping[str, Row]) -> None:
        self.deeds = deeds

    def __call__(self, request: Request, *, resource: str, **named: int) -> HttpResponse:
        """Answer for one deed. Raises what is ``bare``: Forbidden and NotFound, unless the floor puts them in the form."""
        deed, (ref,) = self.deeds[resource], named.values()
        subject = self.find(request, deed, ref)
        sent = (request.POST, request.FILES) if request.method == "POST" else ()
        form = deed.form(*sent, **self.asked(request, subject))
        with Attempt(form, put=self.put, bare=self.bare) as attempt:
            if sent:
                self.keep(request, deed, subject, form)
            if form.is_valid():
                back = self.back(request, deed, subject)
                made = self.perform(request, deed, subject, form)
                self.tell(request, deed, subject)
                return moved(request, self.after(deed, made, back))
        shown = {"deed": deed, "form": form, "back": self.back(request, deed, subject)}
        shown |= self.beside(request, deed, subject, form)
        return page(request, self.drawn(request), status=attempt.status, **shown)

    @abstractmethod
    def find(self, request: Request, deed: Row, ref: int) -> Subject:
        """The subject, if it may be seen and the deed be done to it now."""

    @abstractmethod
    def asked(self, request: Request, subject: Subject) -> dict[str, Any]:
        """What the form is made with."""

    @abstractmethod
    def perform(self, request: Request, deed: Row, subject: Subject, form: Any) -> object:
        """Call the service with what was filled in."""

    @abstractmethod
    def back(self, request: Request, deed: Row, subject: Subject) -> str:
        """The address to go to afterwards, or without doing it."""

    def after(self, deed: Row, made: Any, back: str) -> str:
        """The address to go to once ``made`` is there; ``back`` unless the floor knows better."""
        return back

    def beside(self, request: Request, deed: Row, subject: Subject, form: Any) -> dict[str, Any]:
        """What the page shows beside the form."""
        return {}

    def drawn(self, request: Request) -> str:
        """The page that shows the form."""
        return self.template

    def tell(self, request: Request, deed: Row, subject: Subject) -> None:
        """Say that it is done."""
        say(request, deed.done)

    def keep(self, request: Request, deed: Row, subject: Subject, form: BaseForm) -> None:
        """Put away what must not be lost when the form is refused."""

    def put(self, form: Any, refusal: Refusal) -> None:
        """Put a refusal into the form."""
        refuse(form, refusal)


def once(request: Request) -> dict[str, Any]:
    """What every service is given: who, when, and the key by which a second sending is known."""
    return {"actor": request.actor, "at": request.at, "idempotency_key": request.POST.get("once", "")}
