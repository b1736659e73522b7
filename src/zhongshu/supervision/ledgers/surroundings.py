"""What stands around the tables of a sheet: titles, the day of writing, notes and legends."""

from __future__ import annotations

from .cleaning import compact, shown
from .grid import Grid
from .header import Header
from .legend import legend_of
from .lines import is_day_alone, is_note

_AROUND = ("注", "图例", "说明", "备注", "统计", "填报", "更新", "截至", "数据", "制表", "报送")
_NEAR, _BRIEFEST, _SIGNED = 12, 8, 2
"""Rows at either end of the tables that are looked through; no shorter line is a note; cells of a row that only signs."""


def texts_in(grid: Grid, top: int, below: int) -> list[str]:
    """What stands in the rows ``top`` … ``below`` (exclusive)."""
    return [text for row in range(top, below) for v in grid.rows[row] if (text := shown(v))]


def titles_of(grid: Grid, top: int, below: int) -> list[str]:
    """What stands between one table and the headings of the next, what is nearest to these first, apart by blank rows."""
    blank = [row for row in range(top, below) if not texts_in(grid, row, row + 1)]
    starts = [top, *(row + 1 for row in blank)]
    blocks = [texts_in(grid, start, end) for start, end in zip(starts, [*blank, below], strict=True)]
    return [text for block in reversed(blocks) for text in block]


def _notes_in(texts: list[str]) -> list[str]:
    """The notes of a row; a day is none among the cells of a matter, where it is a limit."""
    alone = sum(map(bool, texts)) <= _SIGNED
    return [text for text in texts if _is_note(text) and (alone or not is_day_alone(text))]


def _is_note(text: str) -> bool:
    if len(text) <= _BRIEFEST:
        return False
    return text.lstrip("（(【[").startswith(_AROUND) or is_note([text]) or bool(legend_of([text]))


def notes_around(grid: Grid, headers: list[tuple[Header, int]]) -> list[str]:
    """What stands above the first header, and every note that fills a row by itself."""
    top = headers[0][0].top if headers else 0
    above = texts_in(grid, 0, top)
    near = {*range(top, min(top + _NEAR, grid.height)), *range(max(top, grid.height - _NEAR), grid.height)}
    below = [text for row in sorted(near) for text in _notes_in([compact(v) for v in grid.rows[row]])]
    heading = ["".join(path) for header, _ in headers[:1] for path in header.paths.values()]
    return [*above, *below, *heading]
