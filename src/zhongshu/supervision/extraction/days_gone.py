"""Whether a stretch of text speaks of days gone by or to come, seen from the day of its document."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from .dates import Found
from .part_gone_by import TURNS, opens_with_a_part_gone_by

STILL_ASKED = re.compile(r"要|应|须|务必|必须|请|确保|负责|牵头|力争|限")
_LOOKS_BACK = re.compile(
    r"\s*(?:过去的?|近)[一两二三四五几\d]{1,2}(?:年|个?月)|\s*[一两二三五]年(?:多)?来，|\s*近年来，|\s*[一二三四五]年间，|\s*去年以来|\s*今年以来，我"
)
_SINCE = re.compile(
    r"\s*(?:(?:今年|[入开]年|\d{1,2}月(?:份)?|“?十[二三四五]五”?|[^，。；]{2,10}(?:召开|启动|成立|组建|实施|开展|运行|挂牌))以来，)"
)
_OPENING_YEAR = re.compile(r"\s*(\d{4})年(?:以来|全年|度)?[，,]")
_YEAR_NAMED = re.compile(r"\d{2,4}\s*年|[〇零一二三四五六七八九]{2,4}年|[明次翌后来]年")


def is_long_ago(norm: str, start: int, end: int, dues: list[Found], context: date | None) -> bool:
    """2023年，… in a document of 2024, or a sentence all of whose dates are over and that asks for nothing."""
    here = [d for d in dues if start <= d.start < end]
    if here and context and all(d.firm and d.iso and d.iso < context.isoformat() for d in here):
        return not STILL_ASKED.search(norm, start, end)
    if _LOOKS_BACK.match(norm, start, end) and not STILL_ASKED.search(norm, start, end):
        return True
    if context and opens_with_a_part_gone_by(norm, start, end, context):
        return True
    year = _OPENING_YEAR.match(norm, start, end)
    return bool(year and context and int(year[1]) < context.year)


def goes_on_looking_back(norm: str, start: int, end: int) -> bool:
    """Whether the sentence or its paragraph opens with a time gone by (一年来，…), and nothing is asked from there on."""
    openings = {_looks_back(norm), _looks_back(norm, norm.rfind("。", 0, start) + 1)}
    return any(at and not TURNS.search(norm, at, end) for at in openings)


@lru_cache(maxsize=256)  # the sentences of a paragraph all ask how it opens
def _looks_back(norm: str, at: int = 0) -> int:
    """Where the words end that tell of a time gone by at ``at``; nothing if there are none."""
    back = _LOOKS_BACK.match(norm, at) or _SINCE.match(norm, at)
    return back.end() if back else 0


def is_to_come(dues: list[Found], context: date | None) -> bool:
    """Whether one of ``dues`` is a day still ahead."""
    day = context.isoformat() if context else "9999"
    return any(d.firm and d.is_fixed and (d.iso is None or d.iso >= day) for d in dues)


def names_a_year(words: str) -> bool:
    """Whether the words of a day say in which year it is: 2027年6月底, 明年6月底."""
    return bool(_YEAR_NAMED.search(words))
