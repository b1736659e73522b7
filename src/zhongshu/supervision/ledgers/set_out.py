"""A sheet that gives each matter several rows, set out with one row for each."""

from __future__ import annotations

from .folds import Fold
from .grid import Grid, Merge, Place, Value, cover


def set_out(fold: Fold) -> Grid:
    """The sheet with a row for each block, its lower rows to the right; ranges merged over several blocks stay merged."""
    grid, starts = fold.grid, set(fold.starts())
    first: list[int] = []
    at: list[int] = []
    for row in range(grid.height):
        if not any(row - line in starts for line in range(1, fold.depth)):
            first.append(row)
        at.append(len(first) - 1)
    places: dict[Place, Place] = {(row, c): (at[row], c) for row in first for c in range(grid.width)}
    for column, (line, c) in enumerate(fold.lower, grid.width):
        places |= {(row + line, c): (at[row], column) for row in starts}
    rows: list[list[Value]] = [[None] * (grid.width + len(fold.lower)) for _ in first]
    for (row, c), (new, column) in places.items():
        rows[new][column] = grid.own(row, c)
    kept = (
        m
        for m in set(grid.merged.values())
        if (m.top, m.left) in places and m.left == places[m.top, m.left][1]
    )
    ranges = [Merge(at[m.top], m.left, at[m.bottom], m.right) for m in kept]
    return Grid(
        grid.name,
        rows,
        cover([m for m in ranges if (m.top, m.left) != (m.bottom, m.right)], len(rows), len(rows[0])),
        {places[place] for place in grid.struck & places.keys()},
        grid.hidden_columns,
        {at[row] for row in grid.greyed.intersection(first)},
        {places[place] for place in grid.coloured & places.keys()},
        origin=[grid.place(row) for row in first],
    )
