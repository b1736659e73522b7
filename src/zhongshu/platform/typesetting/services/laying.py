"""How a list stands in a workbook and on paper: columns and rows as large as their words, heads on every page."""

from collections.abc import Sequence
from math import ceil
from typing import Any
from unicodedata import east_asian_width

from django.utils.translation import gettext as _

LINE, HIGHEST = 15.75, 409.0
RISKY = ("=", "+", "-", "@", "\t", "\r")
"""Openings that a table may take for a formula when a cell is typed anew or saved as text."""


def breadth(text: str) -> float:
    """How wide ``text`` is, in digits: a Chinese character takes two, and the gaps between them."""
    return sum(2.2 if east_asian_width(one) in "WFA" else 1.1 for one in text)


def height(texts: Sequence[str], widths: Sequence[float]) -> float:
    """How high a row must be, in points, for all its words to show: not every program works it out itself."""
    pairs = zip(texts, widths, strict=False)
    return min(max((_lines(*one) for one in pairs), default=1) * LINE + 3, HIGHEST)


def _lines(text: str, width: float) -> int:
    return sum(max(ceil(breadth(one) / max(width - 1, 1)), 1) for one in text.split("\n"))


def on_paper(sheet: Any, *, paper: int, repeated: int, landscape: bool = True) -> None:
    """One page wide, the first ``repeated`` rows on every page, pages numbered."""
    if landscape:
        sheet.set_landscape()
    sheet.set_paper(paper)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.center_horizontally()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, repeated - 1)
    sheet.set_footer(_("&C第 &P 页，共 &N 页"))
