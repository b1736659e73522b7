"""A sheet that gives each matter several rows, set out with one row for each."""

from __future__ import annotations

from .folds import Fold
from .grid import Grid, Place
from .moving import moved, rows_onto


def set_out(fold: Fold) -> Grid:
    """The sheet with a row for each block, its lower rows to the right; ranges merged over several blocks stay merged."""
    grid, starts = fold.grid, set(fold.starts())
    first = [r for r in range(grid.height) if not any(r - line in starts for line in range(1, fold.depth))]
    at = rows_onto(first, grid.height)
    places: dict[Place, Place] = {(row, c): (at[row], c) for row in first for c in range(grid.width)}
    for column, (line, c) in enumerate(fold.lower, grid.width):
        places |= {(row + line, c): (at[row], column) for row in starts}
    return moved(grid, places, first, grid.width + len(fold.lower))
