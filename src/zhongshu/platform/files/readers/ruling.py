"""Geometry of a printed page: where the rules of tables and the gutters between columns lie. Points, y upwards."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_THIN = 2.5
_NEAR = 3.0
_GUTTER = 10.0
_FEWEST_LINES = 4
_MOST_CROSSING = 0.25

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table: its edges from left to right, and from top to bottom."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    rules: tuple[Box, ...]

    @property
    def box(self) -> Box:
        return self.xs[0], self.ys[-1], self.xs[-1], self.ys[0]

    def cells(self) -> list[list[Box | None]]:
        """Row by row the box of each cell; None for the part of a merged cell that is not its first."""
        rows: list[list[Box | None]] = [[None] * (len(self.xs) - 1) for _ in self.ys[1:]]
        taken: set[tuple[int, int]] = set()
        for row in range(len(self.ys) - 1):
            for column in range(len(self.xs) - 1):
                if (row, column) in taken:
                    continue
                right, below = self._reach(row, column)
                taken |= {(r, c) for r in range(row, below) for c in range(column, right)}
                rows[row][column] = (self.xs[column], self.ys[below], self.xs[right], self.ys[row])
        return rows

    def _reach(self, row: int, column: int) -> tuple[int, int]:
        """Where the cell that begins here ends: the first column and the first row behind it."""
        right, below = column + 1, row + 1
        middle = (self.ys[row] + self.ys[row + 1]) / 2
        while right < len(self.xs) - 1 and not self._upright(self.xs[right], middle):
            right += 1
        centre = (self.xs[column] + self.xs[column + 1]) / 2
        while below < len(self.ys) - 1 and not self._level(self.ys[below], centre):
            below += 1
        return right, below

    def _upright(self, x: float, y: float) -> bool:
        return any(
            abs((left + right) / 2 - x) < _NEAR and right - left < _THIN and bottom - 1 < y < top + 1
            for left, bottom, right, top in self.rules
        )

    def _level(self, y: float, x: float) -> bool:
        return any(
            abs((bottom + top) / 2 - y) < _NEAR and top - bottom < _THIN and left - 1 < x < right + 1
            for left, bottom, right, top in self.rules
        )


def tables(shapes: Iterable[Box]) -> list[Table]:
    """The ruled tables that lines and boxes draw, from the top of the page down; two columns and rows at least."""
    rules = tuple(edge for shape in shapes for edge in _edges(shape))
    upright = [one for one in rules if one[2] - one[0] < _THIN <= one[3] - one[1]]
    found = []
    for group in _touching(upright):
        bottom, top = min(one[1] for one in group), max(one[3] for one in group)
        xs = _merged((one[0] + one[2]) / 2 for one in group)
        across = [
            one
            for one in rules
            if one[3] - one[1] < _THIN <= one[2] - one[0]
            and bottom - _NEAR <= one[1] <= top + _NEAR
            and one[0] < xs[-1] + _NEAR
            and one[2] > xs[0] - _NEAR
        ]
        ys = _merged((one[1] + one[3]) / 2 for one in across)[::-1]
        if len(xs) > 2 and len(ys) > 2:
            found.append(Table(tuple(xs), tuple(ys), (*group, *across)))
    return sorted(found, key=lambda table: -table.ys[0])


def _edges(shape: Box) -> list[Box]:
    """A thin shape is a rule; of a box each side is one."""
    left, bottom, right, top = shape
    if right - left < _THIN or top - bottom < _THIN:
        return [shape]
    return [
        (left, bottom, left, top),
        (right, bottom, right, top),
        (left, bottom, right, bottom),
        (left, top, right, top),
    ]


def _touching(upright: Sequence[Box]) -> list[list[Box]]:
    """Upright rules of one table: their heights overlap."""
    groups: list[list[Box]] = []
    reach = 0.0
    for one in sorted(upright, key=lambda rule: -rule[3]):
        if groups and one[3] > reach - _NEAR:
            groups[-1].append(one)
            reach = min(reach, one[1])
        else:
            groups.append([one])
            reach = one[1]
    return groups


def _merged(places: Iterable[float]) -> list[float]:
    """Places in order, those within a few points of each other as one."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > _NEAR:
            kept.append(place)
    return kept


def gutter(lines: Sequence[Box], left: float, right: float) -> float | None:
    """The middle of the blank strip that parts two columns of ``lines``, None where the text runs across.

    A strip counts if it lies in the middle half of the page, several lines stand side by side on both
    sides, and only few (titles) cross it.
    """
    quarter = (right - left) / 4
    low, high = left + quarter, right - quarter
    starts = sorted({line[0] for line in lines if low < line[0] < high})
    for start in starts:
        before = [line for line in lines if line[2] <= start - _GUTTER]
        after = [line for line in lines if line[0] >= start - 1]
        crossing = len(lines) - len(before) - len(after)
        if crossing <= len(lines) * _MOST_CROSSING and min(len(before), len(after)) >= _FEWEST_LINES:
            edge = max(line[2] for line in before)
            if edge > low - quarter / 2 and _side_by_side(before, after):
                return (edge + start) / 2
    return None


def _side_by_side(before: Sequence[Box], after: Sequence[Box]) -> bool:
    """Most lines of the shorter column have a neighbour at their height."""
    short, long = sorted((before, after), key=len)
    beside = sum(any(abs(one[1] - other[1]) < other[3] - other[1] for other in long) for one in short)
    return beside * 2 >= len(short)
