"""The text of a cell without the accidents of typing: blanks, broken lines, full-width digits."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

from .grid import Value

_WIDE = str.maketrans(
    {
        chr(c): chr(c - 0xFEE0)
        for c in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
    }
    | {"％": "%", "\u3000": " ", "\xa0": " ", "\u200b": "", "\ufeff": "", "\t": " ", "\r": ""}
)
_ITEM = re.compile(
    r"(?:\d{1,2}[.．、)）](?!\d)|[（(][一二三四五六七八九十\d]{1,3}[)）]|[①-⑳]|[一二三四五六七八九十]{1,3}、|[-·•●])"
)
_CJK = r"[\u3400-\u9fff，。；：、（）《》“”！？]"
_GAP = re.compile(rf"(?<={_CJK}) +(?={_CJK})")
_NOTHING = re.compile(r"[-—–－/／\\_.…\s]*|(?:N/?A|n/?a|#N/A|#REF!|#VALUE!|#NAME\?|#DIV/0!)")
_DITTO = re.compile(
    r"(?:-+do-+|(?:ditto|do)\.?|同上|同前|上同|如上|[与同]上(?=一?[栏行项格条]))(?:一?[栏行项格条])?(?:相同|一致)?[。.．]?|[〃″”“\"＂'′]{1,2}|''|……|…|\.{3,6}|↑|〞",
    re.I,
)


_LONGEST_DITTO = 16


@lru_cache(maxsize=4096)
def levelled(text: str) -> str:
    """``text`` with half-width digits and letters, plain blanks, no blanks at the ends of its lines."""
    lines = (
        re.sub(r" {2,}", " ", line).strip()
        for line in text.translate(_WIDE).replace("_x000D_", "").split("\n")
    )
    return "\n".join(line for line in lines if line)


def shown(value: Value) -> str:
    """The text that a value shows: whole numbers without a point, days in ISO form."""
    if value is None:
        return ""
    if isinstance(value, str):
        return levelled(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return f"{value:.10g}" if isinstance(value, float) else str(value)


@lru_cache(maxsize=4096)
def as_written(value: Value) -> str:
    """The text of a cell with the blanks that a clerk set between its words (副市长  钱芳), those at its ends gone."""
    text = value if isinstance(value, str) else shown(value)
    return re.sub(r"\r|_x000D_|[\u200b\ufeff]", "", text).strip()


def compact(value: Value) -> str:
    """The text without any blank or line break: what headings and marks are compared by."""
    return re.sub(r"\s+", "", shown(value))


@lru_cache(maxsize=4096)
def running(text: str) -> str:
    """Broken lines put together; a line that begins a numbered item stays one of its own where nothing ends the line above."""
    out = ""
    for line in text.split("\n"):
        words = out[-1:].isascii() and line[:1].isascii() and out[-1:].isalpha() and line[:1].isalpha()
        apart = out and out[-1] not in "；;。，," and _ITEM.match(line)
        out += ("\n" if apart else " " if words else "") + line
    return _GAP.sub("", out)


def is_nothing(text: str) -> bool:
    """Whether a cell only says that it is empty: —, /, N/A. 无 is an answer."""
    return not "\u4e00" <= text[:1] <= "\u9fff" and bool(_NOTHING.fullmatch(text)) and not is_ditto(text)


def is_ditto(text: str) -> bool:
    """Whether a cell repeats the one above: 同上, 同上。, 〃, ″, ……"""
    return len(text) <= _LONGEST_DITTO and bool(_DITTO.fullmatch(re.sub(r"\s", "", text)))
