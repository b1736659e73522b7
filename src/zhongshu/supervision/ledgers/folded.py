"""Sheets that give each matter several rows under headings of as many: 督办事项 above, its 最新进展 below, in turn."""

from __future__ import annotations

import re

from .cleaning import compact
from .folds import Fold
from .grid import Grid
from .headings import part_of
from .lines import is_numbered_title
from .model import Part
from .set_out import set_out

_LONGEST_SHEET, _REACH, _DEEPEST, _PLAIN = 2000, 12, 3, 18
"""Rows of a sheet that is looked at, within which headings begin, that a matter may take; how plain a heading must be."""


def unfolded(grid: Grid) -> Grid:
    """The sheet with one row for each matter; the sheet itself where none takes several."""
    tops = range(min(grid.height, _REACH) if grid.height <= _LONGEST_SHEET else 0)
    folds = (_fold_at(grid, top, depth) for top in tops for depth in range(_DEEPEST, 1, -1))
    fold = next((fold for fold in folds if fold and fold.is_habit), None)
    return set_out(fold) if fold else grid


def _fold_at(grid: Grid, top: int, depth: int) -> Fold | None:
    """The headings from ``top`` on, if each row has some for itself and others go through all of them."""
    if top + depth > grid.height:
        return None
    rows = range(top + 1, top + depth)
    headed = [c for c in range(grid.width) if grid.anchor(top, c) == (top, c) and compact(grid.own(top, c))]
    if not _are_plain(grid, top, headed):
        return None
    below = [(row, c) for row in rows for c in headed if compact(grid.own(row, c))]
    pillars = tuple(c for c in headed if all(_is_left_to(grid, row, top, c) for row in rows))
    each_row = {row for row, _ in below} == set(rows)
    if not pillars or not each_row or not all(_heads_its_own(grid, row, c) for row, c in below):
        return None
    return Fold(grid, top, depth, pillars, tuple((row - top, c) for row, c in below))


def _are_plain(grid: Grid, row: int, columns: list[int]) -> bool:
    """Whether at least half of what stands in a row is plainly headings, and nothing a label with its answer (单位：…)."""
    texts = [compact(grid.own(row, c)).rstrip("：:") for c in columns]
    hits = [part_of(text) for text in texts]
    return not any(re.search("[：:]", text) for text in texts) and sum(
        hit is not None and hit[1] >= _PLAIN for hit in hits
    ) * 2 >= len(columns)


def _is_left_to(grid: Grid, row: int, top: int, column: int) -> bool:
    """Whether the cell in ``row`` is blank, or merged with the heading in ``top``."""
    return not compact(grid.own(row, column)) and grid.anchor(row, column) in ((row, column), (top, column))


def _heads_its_own(grid: Grid, row: int, column: int) -> bool:
    """Whether a heading stands for itself: plain, of another part than the one above, which is no wider; no 一、重点项目."""
    if is_numbered_title(compact(grid.value(row, column))):
        return False
    hit, above = (part_of(compact(grid.value(r, column))) for r in (row, row - 1))
    if hit is None or above is None or hit[0] in (Part.OTHER, above[0]) or hit[1] < _PLAIN:
        return False
    return grid.breadth(row - 1, column) <= grid.breadth(row, column)
