"""How one person wants the page drawn: letter size, density, single keys. Kept in a cookie of this device.

A cookie, not the local storage, so that the server draws the first byte at the right size and no script
has to run before the page is painted.
"""

from dataclasses import dataclass, fields, replace
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext_lazy as _

COOKIE = "zs-look"
YEAR = 365 * 24 * 3600
MOST_READ = 500

CHOICES: dict[str, tuple[str, ...]] = {
    "size": ("standard", "large", "xlarge"),
    "density": ("comfortable", "compact"),
    "keys": ("on", "off"),
}
SIZE_NAMES = {"standard": _("标准"), "large": _("大字"), "xlarge": _("特大")}


@dataclass(frozen=True, slots=True)
class Preferences:
    """``size`` standard, large or xlarge; ``density`` comfortable or compact; ``keys`` on or off."""

    size: str = "standard"
    density: str = "comfortable"
    keys: str = "on"

    @classmethod
    def of(cls, request: HttpRequest) -> "Preferences":
        """What the cookie of ``request`` says; anything unknown counts as not said."""
        return _read(request.COOKIES.get(COOKIE, ""))

    def changed(self, wishes: dict[str, str]) -> "Preferences":
        """With the wishes that name a known choice."""
        return replace(self, **{k: v for k, v in wishes.items() if v in CHOICES.get(k, ())})

    @property
    def next_size(self) -> str:
        """The size that the button in the head switches to."""
        sizes = CHOICES["size"]
        return sizes[(sizes.index(self.size) + 1) % len(sizes)]

    @property
    def next_size_name(self) -> str:
        """The word on that button."""
        return str(SIZE_NAMES[self.next_size])

    def keep(self, response: HttpResponseBase, *, secure: bool) -> None:
        """Write the cookie. Scripts may change it too, so that the switch needs no page load."""
        value = urlencode({f.name: getattr(self, f.name) for f in fields(self)})
        response.set_cookie(COOKIE, value, max_age=YEAR, samesite="Lax", secure=secure)


@lru_cache(MOST_READ)
def _read(cookie: str) -> Preferences:
    return Preferences().changed(dict(parse_qsl(cookie)))


def keep_language(response: HttpResponseBase, language: str, *, secure: bool) -> None:
    """Write the cookie of the language, a code of ``settings.LANGUAGES``."""
    name = settings.LANGUAGE_COOKIE_NAME
    response.set_cookie(name, language, max_age=YEAR, samesite="Lax", httponly=True, secure=secure)
