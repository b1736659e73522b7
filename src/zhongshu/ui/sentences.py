"""Sentences that wait for the next page: the framework's store, made only where somebody left one."""

from functools import cached_property
from typing import Any

from django.contrib.messages.storage.base import BaseStorage, Message
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.http import HttpRequest


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

    def _store(self, messages: list[Message], *args: Any, **kwargs: Any) -> list[Message]:
        """Leave ``messages`` for the next page. Where none are, and none waited, the answer stays as it is."""
        if not messages and not self._used_storages:
            return messages
        return super()._store(messages, *args, **kwargs)  # type: ignore[misc, no-any-return]  # likewise
