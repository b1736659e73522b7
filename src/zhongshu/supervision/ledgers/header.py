"""Where the headings of a table stand: one row or several, below titles, repeated on later pages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .cleaning import compact
from .grid import Grid, turned
from .heading_paths import path_of
from .headings import part_of, part_of_path
from .lines import group_title
from .model import Part

_LONGEST_HEADING = 26
_DEEPEST = 4
_SAYS = re.compile(r"[：:][^：:]{2}|^\d+[.、]?$|^\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?$")
"""What no heading says: a label with its answer, a number, a day."""
_TALLEST = 40
"""Rows of a sheet that may be turned over: a form of few matters."""
_REACH, _FEWEST, _SHORT = 12, 3, 12
_WHO_AND_WHEN = {Part.LEAD, Part.DUE, Part.PROGRESS, Part.LEADER, Part.SUPPORT}


@dataclass(frozen=True, slots=True)
class Header:
    """The headings of a table: rows ``top`` … ``below`` (exclusive), and by column what stands one below the other."""

    top: int
    below: int
    paths: dict[int, tuple[str, ...]]

    @property
    def signature(self) -> tuple[tuple[int, tuple[str, ...]], ...]:
        """What tells a header repeated on a later page from the header of another table."""
        return tuple(sorted(self.paths.items()))


def told_header(grid: Grid, top: int, below: int) -> Header:
    """The headings in the rows ``top`` … ``below`` (exclusive), because a person says so."""
    return Header(top, below, {c: path for c in range(grid.width) if (path := path_of(grid, c, top, below))})


def bare_header(grid: Grid) -> Header | None:
    """The headings of a sheet whose words are nobody else's, or the place above its first full row if it has none."""
    for row in range(min(grid.height, _REACH)):
        heads = _heads(grid, row)
        if len(heads) < _FEWEST:
            continue
        texts = [text for _, text in heads]
        below = row
        if all(len(t) <= _SHORT and not any(map(str.isdigit, t)) for t in texts) and len(set(texts)) == len(
            texts
        ):
            below = _depth(grid, row)
        return Header(row, below, {c: path_of(grid, c, row, below) for c in range(grid.width)})
    return None


def upright(grid: Grid) -> Grid:
    """The sheet, turned over where its headings stand one below the other and its matters side by side."""
    if grid.height > _TALLEST or grid.width < 2 or any(header_at(grid, row) for row in range(grid.height)):
        return grid
    first = next((r for r in range(grid.height) if len(_heads(grid, r)) > 1), 0)
    over = turned(grid, first)
    top = next((row for row in range(min(2, over.height)) if header_at(over, row)), None)
    if top is None:
        return grid
    return turned(grid, first, next(r for r in range(first, grid.height) if compact(grid.own(r, top + 1))))


def header_at(grid: Grid, top: int) -> Header | None:
    """The header that begins in row ``top``, if one does."""
    heads = _heads(grid, top)
    if len(heads) < 2 or not _reads_as_headings(heads) or _hangs_down(grid, top):
        return None
    below = _depth(grid, top)
    paths = {c: path for c in range(grid.width) if (path := path_of(grid, c, top, below))}
    parts = [hit for hit in map(part_of_path, paths.values()) if hit]
    kinds = {part for part, _ in parts if part is not Part.OTHER}
    plain = {part for part, weight in parts if weight >= 20 and part is not Part.OTHER}
    if Part.TASK in kinds and kinds & _WHO_AND_WHEN and len(kinds) >= 2 and len(plain) >= 2:
        return Header(top, below, paths)
    return Header(top, below, paths) if len(plain) >= 4 else None


def _hangs_down(grid: Grid, row: int) -> bool:
    """Whether a cell is merged into the row from above: no headings begin there."""
    return any(grid.anchor(row, c)[0] < row for c in range(grid.width))


def as_before(grid: Grid, header: Header, found: Iterable[Header]) -> Header:
    """A header that repeats one ``found`` above, if in brief (one row of two), as that one; else itself."""
    heads = dict(_heads(grid, header.top))
    for earlier in found:
        again = sum(text in earlier.paths.get(c, ()) for c, text in heads.items())
        if again >= _FEWEST and again * 5 >= len(heads) * 4:
            return Header(header.top, header.below, earlier.paths)
    return header


def _heads(grid: Grid, row: int) -> list[tuple[int, str]]:
    """Column and text of each cell that begins in ``row``."""
    line = grid.rows[row]
    return [
        (c, compact(value))
        for c, value in enumerate(line)
        if value not in (None, "") and compact(value) and grid.anchor(row, c) == (row, c)
    ]


def _reads_as_headings(heads: list[tuple[int, str]]) -> bool:
    texts = [text for _, text in heads]
    if len(set(texts)) < 2 or sum(len(text) > _LONGEST_HEADING for text in texts) * 4 > len(texts):
        return False
    if any(_SAYS.search(text) for text in texts):
        return False
    named = sum(len(text) <= _LONGEST_HEADING and part_of(text) is not None for text in texts)
    return named >= 2 and named * 2 >= len(texts)


def _depth(grid: Grid, top: int) -> int:
    """The row below the headings."""
    below = top + 1
    while (
        below < grid.height
        and below - top < _DEEPEST
        and (_reaches_down(grid, top, below) or _divides(grid, below))
    ):
        below += 1
    return below


def _reaches_down(grid: Grid, top: int, row: int) -> bool:
    """Whether a heading above is merged into ``row`` and nothing but headings stand there."""
    covered = [m for c in range(grid.width) if (m := grid.merged.get((row, c))) and top <= m.top < row]
    short = all(len(text) <= _LONGEST_HEADING for _, text in _heads(grid, row))
    return bool(covered) and short


def _divides(grid: Grid, row: int) -> bool:
    """Whether ``row`` holds headings below wider ones: every cell a heading, under a gap or a merged heading."""
    heads = _heads(grid, row)
    if not heads or any(len(text) > 14 or _SAYS.search(text) for _, text in heads):
        return False
    if len(heads) == 1 and group_title([heads[0][1]], grid.breadth(row, heads[0][0]), grid.width) is not None:
        return False
    named = [c for c, text in heads if part_of(text) is not None]
    if len(named) * 3 < len(heads) * 2:
        return False
    wide = [c for c, _ in heads if (m := grid.merged.get((row - 1, c))) and m.right > m.left]
    gaps = [c for c, _ in heads if not compact(grid.value(row - 1, c))]
    full = [c for c, _ in heads] == [c for c in range(grid.width) if compact(grid.value(row - 1, c))]
    return bool(wide or gaps) and not full
