"""In which language a page answers."""

from collections.abc import Callable
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import trans_real

Respond = Callable[[HttpRequest], HttpResponse]
SENTENCES = 8192


class LanguageMiddleware:
    """Chinese, unless the person chose another language on this device.

    A browser's own wish does not count on pages: the office's Chinese would turn English on a computer
    whose system happens to be. Programs say what they want in ``Accept-Language``.
    """

    def __init__(self, respond: Respond) -> None:
        self.respond = respond
        for code, _name in settings.LANGUAGES:
            _remember(code)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = _asked_by(request)
        with translation.override(language):
            response = self.respond(request)
        response.headers.setdefault("Content-Language", language)
        return response


def _remember(code: str) -> None:
    """Let the sentences of a language be looked up once. The Chinese ones are their own keys: each was sought in
    three catalogues that do not have it, two hundred times a page.
    """
    book = trans_real.translation(code)
    if not hasattr(book.gettext, "cache_info"):
        book.gettext = lru_cache(maxsize=SENTENCES)(book.gettext)  # type: ignore[method-assign]


def _asked_by(request: HttpRequest) -> str:
    if request.path.startswith("/api/v"):
        return translation.get_language_from_request(request)
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return chosen if chosen in dict(settings.LANGUAGES) else str(settings.LANGUAGE_CODE)
