"""Several rows for each matter under headings of several rows, as a pattern that a sheet keeps to or does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .cleaning import compact
from .grid import Grid, Place

_FEWEST = 2
"""Blocks of rows that make it a habit."""


@dataclass(frozen=True, slots=True)
class Fold:
    """Headings in the rows from ``top`` on, ``depth`` of them, each telling of the same row of every block below.

    ``pillars``: columns that are the same through a block. ``lower``: row of the block and column, for each heading
    that stands in a lower row.
    """

    grid: Grid
    top: int
    depth: int
    pillars: tuple[int, ...]
    lower: tuple[Place, ...]

    @property
    def is_habit(self) -> bool:
        """Whether blocks fill most of what stands below the headings, and say something in their lower rows."""
        _, *blocks = self.starts()
        below = range(self.top + self.depth, self.grid.height)
        told = sum(any(map(compact, self.grid.rows[row])) for row in below)
        says = any(
            compact(self.grid.own(row + line, column)) for row in blocks for line, column in self.lower
        )
        return says and len(blocks) >= _FEWEST and len(blocks) * self.depth * 3 >= told * 2

    def starts(self) -> Iterator[int]:
        """The first row of the headings, then that of each block."""
        row = self.top
        while row < self.grid.height:
            begins = row == self.top or self._begins_at(row)
            if begins:
                yield row
            row += self.depth if begins else 1

    def _begins_at(self, row: int) -> bool:
        """Whether a block begins: merged over its rows or, where nothing is merged, filled in its first row alone.

        The last one may end below the sheet: rows that hold nothing are not kept.
        """
        if any(self.grid.goes_down(row, column, self.depth) for column in self.pillars):
            return True
        filled = [c for c in self.pillars if compact(self.grid.own(row, c))]
        return len(filled) * 2 > len(self.pillars) and all(
            self.grid.anchor(r, c) == (r, c) and not compact(self.grid.own(r, c))
            for r in range(row + 1, row + self.depth)
            for c in self.pillars
        )
