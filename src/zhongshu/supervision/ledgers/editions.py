"""Sheets kept of an earlier week or month beside the one that goes on from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from .cleaning import compact
from .periods import is_only_period

_TELLS, _ALIKE, _LOOKED_AT, _FEWEST = 4, 0.6, 300, 4
"""Characters of a text that tells something; the share of them found again; rows that are looked at; texts at least."""


def without_earlier(sheets: Sequence[Any]) -> Sequence[Any]:
    """The sheets of openpyxl without those named by a mere time (第21周) whose words stand in one that is not."""
    dated = [sheet for sheet in sheets if is_only_period(sheet.title.strip())]
    others = [set(_texts(sheet)) for sheet in sheets if dated and sheet not in dated]
    return [sheet for sheet in sheets if sheet not in dated or not _stands_in(set(_texts(sheet)), others)]


def _stands_in(own: set[str], others: Sequence[set[str]]) -> bool:
    return len(own) >= _FEWEST and any(len(own & other) >= _ALIKE * len(own) for other in others)


def _texts(sheet: Any) -> Iterator[str]:
    for (row, _), cell in sheet._cells.items():
        if row <= _LOOKED_AT and isinstance(cell.value, str) and len(text := compact(cell.value)) >= _TELLS:
            yield text
