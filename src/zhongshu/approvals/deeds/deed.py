"""What a deed is: its address, its words, its form and its service."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from zhongshu.approvals.forms.deeds import DeedForm

Words = str | Promise
Run = Callable[[Any, dict[str, Any]], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One verb of a paper's page.

    ``offer``     as ``policies.offered`` names it.
    ``resource``  last part of the address, and the name of the URL.
    ``run``       calls the service with the cleaned form and the common arguments.
    ``at_once``   nothing to fill in: the button on the page does it.
    """

    offer: str
    resource: str
    title: Words
    form: type[DeedForm]
    run: Run
    done: Words
    note: Words = ""
    icon: str = "edit"
    at_once: bool = False
    grave: bool = False

    @property
    def url_name(self) -> str:
        """Name of its address."""
        return f"approvals:{self.resource}"
