"""The headings of one column, one below the other."""

from __future__ import annotations

from .cleaning import compact
from .grid import Grid


def path_of(grid: Grid, column: int, top: int, below: int) -> tuple[str, ...]:
    """What stands above a column in the rows ``top`` … ``below`` (exclusive), from the widest heading down."""
    path: list[str] = []
    seen: set[tuple[int, int]] = set()
    for row in range(top, below):
        place = grid.anchor(row, column)
        text = compact(grid.value(row, column))
        if not text and row + 1 < below and _own(grid, row + 1, column):
            text = _parent(grid, row, column)
        if text and place not in seen and (not path or path[-1] != text):
            path.append(text)
            seen.add(place)
    return tuple(path)


def _own(grid: Grid, row: int, column: int) -> bool:
    return bool(compact(grid.own(row, column)))


def _parent(grid: Grid, row: int, column: int) -> str:
    """The heading to the left that an unmerged gap belongs to: it too has a heading below."""
    for left in range(column - 1, -1, -1):
        text = compact(grid.value(row, left))
        if text:
            return text if _own(grid, row + 1, left) else ""
        if not _own(grid, row + 1, left):
            return ""
    return ""
