"""Plain text: UTF-8, UTF-16 with a mark, or GB 18030 (rule G-12)."""

import codecs
from pathlib import Path

from zhongshu.platform.files import refusals

_CONTROL = frozenset(range(32)) - {9, 10, 11, 12, 13, 27}


def text(path: Path) -> str:
    """The text of the file; Unacceptable when it is no text."""
    found = decoded(path.read_bytes())
    if found is None:
        raise refusals.unreadable()
    return found


def decoded(data: bytes) -> str | None:
    """``data`` as text in the encoding it betrays, or None when it is no text at all."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strict(data, "utf-16")
    if any(byte in _CONTROL for byte in data[:65536]):
        return None
    for encoding in ("utf-8-sig", "gb18030"):
        found = _strict(data, encoding)
        if found is not None:
            return found
    return None


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        return None
