"""Sentences that wait for the next page: the framework's store, made only where there is something to look for.

A deed leaves one short sentence, which goes into the cookie at once: in the framework's own words and under its seal,
which its store reads. What had waited already, and what is too long, takes the framework's way.
"""

import time
from functools import cached_property, lru_cache
from typing import Any

from django.conf import settings
from django.contrib.messages.storage.base import BaseStorage, Message
from django.contrib.messages.storage.cookie import CookieStorage, MessageEncoder
from django.contrib.messages.storage.fallback import FallbackStorage
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac
from django.utils.safestring import SafeString

Said = tuple[tuple[int, str, str | None], ...]
SPELLING = MessageEncoder(separators=(",", ":"))
KEPT = 500


class Sentences(FallbackStorage):
    """The store named by MESSAGE_STORAGE: in a cookie, in the session what is too long for it."""

    def __init__(self, request: HttpRequest) -> None:
        BaseStorage.__init__(self, request)
        self._used_storages: set[BaseStorage] = set()

    @cached_property
    def storages(self) -> list[BaseStorage]:
        """Cookie and session."""
        return [store(self.request) for store in self.storage_classes]

    def _get(self, *args: Any, **kwargs: Any) -> tuple[list[Message], bool]:
        """What waits. Without a cookie nothing does: the framework looks no further then, either."""
        if CookieStorage.cookie_name not in self.request.COOKIES:
            return [], True
        return super()._get(*args, **kwargs)  # type: ignore[misc, no-any-return]  # stubs know no _get

    def _store(
        self, messages: list[Message], response: HttpResponse, *args: Any, **kwargs: Any
    ) -> list[Message]:
        """Leave ``messages`` for the next page. Where none are, and none waited, the answer stays as it is."""
        if not self._used_storages:
            if not messages:
                return messages
            told = _spelled(tuple((one.level, str(one.message), one.extra_tags) for one in messages))
            if len(told) < CookieStorage.max_cookie_size // 2 and not _has_markup(messages):
                _leave(_sealed(told), response)
                return []
        return super()._store(messages, response, *args, **kwargs)  # type: ignore[misc, no-any-return]  # likewise


def _has_markup(messages: list[Message]) -> bool:
    """Whether one of them is more than words."""
    return any(isinstance(one.message, SafeString) for one in messages)


@lru_cache(KEPT)
def _spelled(said: Said) -> str:
    """The sentences as the framework's store writes them; an office leaves the same few all day."""
    told = SPELLING.encode([Message(*one) for one in said])
    return signing.b64_encode(told.encode("latin-1")).decode()


def _sealed(told: str) -> str:
    """``told`` with the present moment and the seal of the framework's cookies."""
    dated = f"{told}:{signing.b62_encode(int(time.time()))}"
    seal = _seal(settings.SECRET_KEY).copy()
    seal.update(dated.encode())
    return f"{dated}:{signing.b64_encode(seal.digest()).decode()}"


@lru_cache(1)
def _seal(_secret: str) -> Any:
    """The seal of the framework's store over nothing yet, to be copied."""
    signer = signing.get_cookie_signer(salt=CookieStorage.key_salt)
    return salted_hmac(f"{CookieStorage.key_salt}signer", "", signer.key, algorithm=signer.algorithm)


def _leave(sealed: str, response: HttpResponse) -> None:
    """As the framework's store leaves it."""
    kept: Any = settings
    response.set_cookie(
        CookieStorage.cookie_name,
        sealed,
        domain=kept.SESSION_COOKIE_DOMAIN,
        secure=kept.SESSION_COOKIE_SECURE,
        httponly=kept.SESSION_COOKIE_HTTPONLY,
        samesite=kept.SESSION_COOKIE_SAMESITE,
    )
