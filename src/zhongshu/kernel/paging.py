"""Keyset pages: a list costs the same on its first and on its ten-thousandth page."""

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.refusals import Refusal

BAD_CURSOR = "bad_cursor"
MANGLED = _("翻页的地址不完整或者不是这张清单的，没有按它翻页。请从第一页看起。")
Row = TypeVar("Row")
Other = TypeVar("Other")
Key = tuple[object, ...]
MOST_CURSORS = 500
SPELLED = json.JSONEncoder(ensure_ascii=False, default=str, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """One page of a list, with the cursors of its neighbours ("" where there is none)."""

    rows: Sequence[Row]
    next_cursor: str = ""
    previous_cursor: str = ""

    def of(self, turned: Callable[[Row], Other]) -> "Page[Other]":
        """The same page of what each row is ``turned`` into."""
        return Page([turned(row) for row in self.rows], self.next_cursor, self.previous_cursor)

    @property
    def turns(self) -> "Page[Row]":
        """Its neighbours alone, without its rows."""
        return Page((), self.next_cursor, self.previous_cursor)


@dataclass(frozen=True, slots=True)
class Keyset(Generic[Row]):
    """A list that can be entered at any row and left in both directions, without counting what lies before.

    ``following``  (key or None for the start, most) → rows behind that key, in the order of the list.
    ``preceding``  (key, most) → rows before that key, the nearest first.
    ``key``        the place of a row: what the cursors carry.
    ``reads``      what reads each part of a key back from a cursor; a ValueError there is a mangled address.
    """

    following: Callable[[Key | None, int], Sequence[Row]]
    preceding: Callable[[Key, int], Sequence[Row]]
    key: Callable[[Row], Key]
    reads: tuple[Callable[[Any], Any], ...]

    def page(self, *, after: str = "", before: str = "", size: int) -> Page[Row]:
        """``size`` rows behind ``after``, or up to ``before``, or from the start (cursors of a former page)."""
        return self._up_to(before, size) if before else self._behind(after, size)

    def _behind(self, after: str, size: int) -> Page[Row]:
        found = self.following(self._key(after) if after else None, size + 1)
        shown = found[:size]
        following = self._cursor(shown[-1]) if len(found) > size else ""
        return Page(shown, following, self._cursor(shown[0]) if after and shown else "")

    def _up_to(self, before: str, size: int) -> Page[Row]:
        found = self.preceding(self._key(before), size + 1)
        if len(found) < size:  # the start is near: show it whole
            return self._behind("", size)
        shown = found[:size][::-1]
        return Page(shown, self._cursor(shown[-1]), self._cursor(shown[0]) if len(found) > size else "")

    def _key(self, cursor: str) -> Key:
        try:
            parts = decode_cursor(cursor)
            read = tuple(read(part) for read, part in zip(self.reads, parts, strict=True))
        except (TypeError, ValueError) as broken:
            raise Refusal(BAD_CURSOR, MANGLED) from broken
        if SPELLED.encode([told(one) for one in read]) != SPELLED.encode(parts):  # 1.5 or true for a number
            raise Refusal(BAD_CURSOR, MANGLED)
        return read

    def _cursor(self, row: Row) -> str:
        return encode_cursor(self.key(row))


@dataclass(frozen=True, slots=True)
class Total:
    """How many there are, counted no further than is cheap: exactly ``number``, or that many and ``more``."""

    number: int
    more: bool = False


def told(value: Any) -> object:
    """A part of a key as it stands in a cursor."""
    return value.isoformat() if hasattr(value, "isoformat") else value


def encode_cursor(key: Key) -> str:
    """The key of the last row shown, as an opaque token safe in a URL."""
    return _token(SPELLED.encode(key))


@lru_cache(MOST_CURSORS)
def _token(spelled: str) -> str:
    """Kept by its letters: as keys (1,) and (True,) are the same."""
    return base64.urlsafe_b64encode(spelled.encode()).decode().rstrip("=")


def decode_cursor(token: str) -> Key:
    """The key within ``token``; a Refusal when somebody has mangled it."""
    try:
        raw = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
        key = json.loads(raw)
    except (binascii.Error, ValueError) as broken:
        raise Refusal(BAD_CURSOR, MANGLED) from broken
    if not isinstance(key, list):
        raise Refusal(BAD_CURSOR, MANGLED)
    return tuple(key)
