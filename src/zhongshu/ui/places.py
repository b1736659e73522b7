"""Where something is drawn."""

from typing import NamedTuple

from django.urls import get_script_prefix, get_urlconf
from django.utils.translation import get_language


class Place(NamedTuple):
    """Where sentences and addresses are the same always."""

    language: str | None
    prefix: str
    urlconf: str | None

    @classmethod
    def here(cls) -> "Place":
        """The place of this request."""
        return cls(get_language(), get_script_prefix(), get_urlconf())
