"""Keyset pages: a list costs the same on its first and on its ten-thousandth page."""

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.refusals import Refusal

Row = TypeVar("Row")
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """One page of a list, with the cursors of its neighbours ("" where there is none)."""

    rows: Sequence[Row]
    next_cursor: str = ""
    previous_cursor: str = ""


def encode_cursor(key: Key) -> str:
    """The key of the last row shown, as an opaque token safe in a URL."""
    raw = json.dumps(key, ensure_ascii=False, default=str, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def decode_cursor(token: str) -> Key:
    """The key within ``token``; a Refusal when somebody has mangled it."""
    try:
        raw = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
        key = json.loads(raw)
    except (binascii.Error, ValueError) as broken:
        raise Refusal("bad_cursor", _("翻页地址不完整，请回到第一页。")) from broken
    if not isinstance(key, list):
        raise Refusal("bad_cursor", _("翻页地址不完整，请回到第一页。"))
    return tuple(key)
