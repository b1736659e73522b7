"""The tables below one row of headings: one, or several beside one another with a gap between."""

from __future__ import annotations

import re

from .cleaning import compact
from .grid import Grid
from .header import Header
from .lines import is_ordinal

_FEWEST = 2
"""Rows numbered that make a column of numbers."""


def side_by_side(grid: Grid, header: Header) -> list[range]:
    """The columns of the table, or of each of several that stand beside one another with a gap between."""
    spans: list[range] = []
    columns = sorted(header.paths)
    start = columns[0]
    for left, right in zip(columns, [*columns[1:], None], strict=True):
        if right is None or right > left + 1:
            spans.append(range(start, left + 1))
            start = right if right is not None else start
    first = columns[0] - _unheaded_left(grid, header, columns[0])
    whole = range(first, max(columns[-1] + 1, grid.width if len(spans) == 1 else 0))
    if len(spans) == 1 or not all(_is_table(header, span) for span in spans):
        return [whole]
    return spans


def _unheaded_left(grid: Grid, header: Header, first: int) -> int:
    """1 where a column without a heading stands left of the table: it groups the matters, merged over rows, or numbers them."""
    left = [compact(grid.own(row, first - 1)) for row in range(header.below, grid.height)] if first else []
    if sum(map(is_ordinal, left)) >= _FEWEST:
        return 1
    merged = [m for (row, c), m in grid.merged.items() if c == first - 1 and row == m.top >= header.below]
    return int(any(m.bottom > m.top and m.left == m.right for m in merged))


def _is_table(header: Header, span: range) -> bool:
    part = Header(header.top, header.below, {c: p for c, p in header.paths.items() if c in span})
    told = [text for path in part.paths.values() for text in path]
    return len(told) >= 3 and any(re.search(r"任务|事项|内容|工作", text) for text in told)
