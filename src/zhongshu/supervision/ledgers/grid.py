"""A sheet as a grid of values, with what the sheet says about them: merged, struck out, hidden."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

Value = str | int | float | datetime | date | None
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range; rows and columns counted from 0, the last ones included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Grid:
    """One sheet. ``merged`` maps each cell of a merged range to its range; values stand in its top left cell.

    ``coloured`` are the cells that hold nothing but a colour; ``greyed`` are the rows whose every word is greyed out; ``set_off``
    are words in bold or a colour among plain ones. ``origin``: in a sheet turned over or laid out
    anew, the row of the file that each row begins in.
    """

    name: str
    rows: Sequence[Sequence[Value]]
    merged: dict[Place, Merge] = field(default_factory=dict)
    struck: set[Place] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    greyed: set[int] = field(default_factory=set)
    coloured: set[Place] = field(default_factory=set)
    set_off: dict[Place, tuple[str, ...]] = field(default_factory=dict)
    origin: Sequence[int] = ()
    width: int = field(init=False)
    _at: int = field(init=False, default=-1)
    _line: Sequence[Value] = field(init=False, default=())

    def __post_init__(self) -> None:
        known: int | None = getattr(self.rows, "width", None)
        self.width = max(map(len, self.rows), default=0) if known is None else known

    @property
    def height(self) -> int:
        return len(self.rows)

    def place(self, row: int) -> int:
        """The row of the file, from 0, that ``row`` begins in."""
        return self.origin[row] if self.origin else row

    def own(self, row: int, column: int) -> Value:
        """What is written in the cell itself; nothing in the covered part of a merged range."""
        if row != self._at:  # cells are asked for row by row, and rows may lie on disk
            self._line, self._at = (self.rows[row] if 0 <= row < len(self.rows) else ()), row
        return self._line[column] if 0 <= column < len(self._line) else None

    def value(self, row: int, column: int) -> Value:
        """What the cell shows: its own value, or that of the merged range it lies in."""
        merge = self.merged.get((row, column))
        return self.own(merge.top, merge.left) if merge else self.own(row, column)

    def anchor(self, row: int, column: int) -> Place:
        """The cell that holds what this one shows."""
        merge = self.merged.get((row, column))
        return (merge.top, merge.left) if merge else (row, column)

    def breadth(self, row: int, column: int) -> int:
        """How many columns the cell is merged over."""
        merge = self.merged.get((row, column))
        return merge.right - merge.left + 1 if merge else 1

    def goes_down(self, row: int, column: int, depth: int) -> bool:
        """Whether the cell is the top of a range merged over ``depth`` rows of this one column."""
        return self.merged.get((row, column)) == Merge(row, column, row + depth - 1, column)

    def is_struck(self, row: int, column: int) -> bool:
        """Whether the cell that holds what this one shows is struck out."""
        return self.anchor(row, column) in self.struck


def cover(ranges: Iterable[Merge], height: int, width: int) -> dict[Place, Merge]:
    """Each cell of the merged ``ranges`` with the range it lies in, as far as a sheet of ``height`` and ``width`` goes."""
    return {
        (row, column): merge
        for merge in ranges
        for row in range(merge.top, min(merge.bottom + 1, height))
        for column in range(merge.left, min(merge.right + 1, width))
    }


def turned(grid: Grid, first: int, row: int = 0) -> Grid:
    """The sheet turned over: its columns as rows. Titles above ``first`` merge nothing. ``row``: where its matters begin."""
    rows = [[grid.own(r, c) for r in range(grid.height)] for c in range(grid.width)]
    ranges = {
        (c, r): Merge(m.left, m.top, m.right, m.bottom) for (r, c), m in grid.merged.items() if m.top >= first
    }
    return Grid(grid.name, rows, ranges, {(c, r) for r, c in grid.struck}, origin=(row,) * len(rows))
