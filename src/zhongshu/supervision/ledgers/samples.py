"""The rows of a table by which its columns are judged, and some of what they hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from .cleaning import compact, is_ditto, is_nothing, shown
from .grid import Grid
from .lines import is_total, numbers_the_columns, shows_how_to_fill

_SAMPLE = 200


def telling_rows(grid: Grid, pages: Iterable[tuple[int, int]], span: range) -> list[int]:
    """The first rows of a table that tell matters: no titles of groups, no totals, no numbers of the columns.

    ``pages``: first row and the one after the last of each part of the table, where its headings are repeated.
    """
    rows = list(islice((row for top, below in pages for row in range(top, below)), _SAMPLE))
    told = {row: [text for c in span if (text := shown(grid.value(row, c)))] for row in rows}
    kept = [
        row
        for row, texts in told.items()
        if len(set(texts)) > 1
        and not (is_total(texts) or numbers_the_columns(texts) or shows_how_to_fill(texts))
    ]
    return kept or rows


def samples_of(grid: Grid, column: int, rows: Sequence[int], most: int = 3) -> tuple[str, ...]:
    """The first few different things that ``column`` holds in the ``rows``, each at most 40 characters; no 同上 and no dash."""
    texts = (compact(grid.own(row, column)) for row in rows)
    told = (text[:40] for text in texts if text and not is_ditto(text) and not is_nothing(text))
    return tuple(dict.fromkeys(told))[:most]
