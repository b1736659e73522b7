"""What a deed is: its address, its words, its form and its service."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from zhongshu.supervision.forms.deeds import DeedForm

Words = str | Promise
Run = Callable[[dict[str, Any], dict[str, Any]], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One thing that can be done.

    ``resource``  last part of the address, and the name of the URL.
    ``verbs``     the verbs of the policy; one of them must be offered for the button to show.
    ``run``       calls the service with the cleaned form and the common arguments.
    ``at_once``   nothing to fill in: the button on the matter's page does it.
    ``take_back`` what it is to ``services.take_back``, if it can be taken back within seconds.
    ``confirm``   asked first; names the matter where it holds ``%(title)s``.
    """

    resource: str
    verbs: tuple[str, ...]
    title: Words
    button: Words
    form: type[DeedForm]
    run: Run
    done: Words
    note: Words = ""
    confirm: Words = ""
    icon: str = "edit"
    take_back: str = ""
    at_once: bool = False
    grave: bool = False

    @property
    def url_name(self) -> str:
        """Name of its address."""
        return f"supervision:{self.resource}"
