"""What stands around the tables of a sheet: titles, the day of writing, notes and legends."""

from __future__ import annotations

from .cleaning import compact, shown
from .grid import Grid
from .header import Header
from .legend import legend_of

_AROUND = ("注", "图例", "说明", "备注", "统计", "填报", "更新", "截至", "数据", "制表", "报送")


def texts_in(grid: Grid, top: int, below: int) -> list[str]:
    """What stands in the rows ``top`` … ``below`` (exclusive)."""
    return [text for row in range(top, below) for v in grid.rows[row] if (text := shown(v))]


def titles_of(grid: Grid, top: int, below: int) -> list[str]:
    """What stands between one table and the headings of the next, what is nearest to these first, apart by blank rows."""
    blank = [row for row in range(top, below) if not texts_in(grid, row, row + 1)]
    starts = [top, *(row + 1 for row in blank)]
    blocks = [texts_in(grid, start, end) for start, end in zip(starts, [*blank, below], strict=True)]
    return [text for block in reversed(blocks) for text in block]


def notes_around(grid: Grid, headers: list[tuple[Header, int]]) -> list[str]:
    """What stands above the first header, and every note that fills a row by itself."""
    top = headers[0][0].top if headers else 0
    above = texts_in(grid, 0, top)
    below = [
        text
        for row in range(max(top, grid.height - 12), grid.height)
        for v in grid.rows[row]
        if len(text := compact(v)) > 8 and (text.startswith(_AROUND) or legend_of([text]))
    ]
    heading = ["".join(path) for header, _ in headers[:1] for path in header.paths.values()]
    return [*above, *below, *heading]
