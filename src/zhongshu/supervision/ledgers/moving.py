"""Cells of a sheet put elsewhere in it, with all that the sheet says about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .grid import Grid, Merge, Place, Value, cover


def rows_onto(kept: Sequence[int], height: int) -> list[int]:
    """For each of ``height`` rows the place, among the rows ``kept``, of the last one that is not below it."""
    at, last, stay = [], -1, set(kept)
    for row in range(height):
        last += row in stay
        at.append(last)
    return at


def moved(grid: Grid, places: Mapping[Place, Place], kept: Sequence[int], width: int) -> Grid:
    """The sheet with its cells at their new ``places``, the rows ``kept`` one below the other; other cells are left out."""
    at = rows_onto(kept, grid.height)
    rows: list[list[Value]] = [[None] * width for _ in kept]
    for (row, c), (new, column) in places.items():
        rows[new][column] = grid.own(row, c)
    anchored = (
        m
        for m in set(grid.merged.values())
        if (m.top, m.left) in places and m.left == places[m.top, m.left][1]
    )
    ranges = [Merge(at[m.top], m.left, at[m.bottom], m.right) for m in anchored]
    return Grid(
        grid.name,
        rows,
        cover([m for m in ranges if (m.top, m.left) != (m.bottom, m.right)], len(rows), width),
        {places[place] for place in grid.struck & places.keys()},
        grid.hidden_columns,
        {at[row] for row in grid.greyed.intersection(kept)},
        {places[place] for place in grid.coloured & places.keys()},
        {places[place]: words for place, words in grid.set_off.items() if place in places},
        origin=[grid.place(row) for row in kept],
    )
