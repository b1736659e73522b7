"""Sheets that give each matter a row for what was planned and one for what was done: 计划 above, 实际 below it."""

from __future__ import annotations

from collections.abc import Mapping

from .cleaning import compact, is_nothing
from .grid import Grid, Place
from .header import Header, header_at
from .headings import part_of_path
from .model import Part
from .moving import moved, rows_onto
from .plan_headings import as_progress, reworded
from .plan_signs import plans_in

_LONGEST_SHEET, _REACH = 2000, 12
"""Rows of a sheet that is looked at, within which headings begin."""
_SAID_ONCE = frozenset(
    {Part.NUMBER, Part.CATEGORY, Part.TASK, Part.LEAD, Part.SUPPORT, Part.LEADER, Part.DUE}
)
"""What both rows share: the row of the plan says it."""


def without_plans(grid: Grid) -> Grid:
    """The sheet with one row for each matter, which tells what was done; the sheet itself where none has a row for its plan."""
    if grid.height > _LONGEST_SHEET:
        return grid
    found = ((mark, plans_in(grid, mark)) for mark in range(1, grid.width))
    mark, plans = next(((mark, plans) for mark, plans in found if plans), (0, []))
    tops = range(min(plans[0], _REACH) if plans else 0)
    header = next((header for top in tops if (header := header_at(grid, top))), None)
    return _told_once(grid, header, mark, plans) if header else grid


def _told_once(grid: Grid, header: Header, mark: int, plans: list[int]) -> Grid:
    """The sheet without its second rows, whose cells take the place of those of the plan, and without the signs."""
    right = range(mark + 1, grid.width)
    heard = as_progress(header, [c for c in right if any(compact(grid.own(row + 1, c)) for row in plans)])
    paths = {c: tuple(heard.get(text, text) for text in header.paths.get(c, ())) for c in right}
    parts = {c: hit[0] if (hit := part_of_path(path)) else None for c, path in paths.items()}
    done = {row + 1 for row in plans}
    kept = [row for row in range(grid.height) if row not in done]
    at = rows_onto(kept, grid.height)
    places: dict[Place, Place] = {
        (row, c): (at[row], c) for row in kept for c in range(grid.width) if c != mark or row < header.top
    }
    for row in plans:
        for c in (c for c in right if _tells_what_was_done(grid, row, c, parts)):
            del places[row, c]
            places[row + 1, c] = (at[row], c)
    told = moved(grid, places, kept, grid.width)
    heads = [at[row] for row in kept if _is_head(grid, row, header, mark)]
    told.rows = [reworded(line, heard) if row in heads else line for row, line in enumerate(told.rows)]
    return told


def _is_head(grid: Grid, row: int, header: Header, mark: int) -> bool:
    """Whether a row is one of the headings, or begins them again on a later page."""
    sign = compact(grid.own(header.top, mark))
    return header.top <= row < header.below or (sign != "" and compact(grid.own(row, mark)) == sign)


def _tells_what_was_done(grid: Grid, plan: int, column: int, parts: Mapping[int, Part | None]) -> bool:
    """Whether the row below the ``plan`` answers in ``column``: always how far it is, else where it says something."""
    if parts[column] in _SAID_ONCE or grid.anchor(plan + 1, column) == (plan, column):
        return False
    said = compact(grid.own(plan + 1, column))
    return parts[column] is Part.PROGRESS or bool(said and not is_nothing(said))
