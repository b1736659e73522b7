"""What a blank cell means: what stands above, where a note (主责科室栏空白的，与上一行相同) or the way the groups are written says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from .cleaning import compact
from .columns import Columns
from .grid import Grid
from .model import Part

_BLANK_REPEATS = re.compile(
    r"(?:空白|空着|留空|为空|空格|未填|未列|不填)[^。；;]{0,8}?(?:(?:[与同和]|[视即]为)?(?:同?上)(?:一?[行栏格项条]|面)?(?:相同|一致|一样)?|沿用上)"
)
_WHO_AND_WHEN = (Part.LEAD, Part.LEADER, Part.DUE)
_FEWEST = 2
"""Groups of several rows, and rows below their first, that make it a habit."""


def repeating_columns(notes: Iterable[str], columns: Columns) -> frozenset[int]:
    """The columns whose blank cells say what stands above, as a note says: those it names, else who and until when."""
    clauses = [
        clause for note in notes for clause in re.split("[。；;]", note) if _BLANK_REPEATS.search(clause)
    ]
    named = {
        c for c, heading in columns.headings.items() for clause in clauses if heading and heading in clause
    }
    told = (c for part in _WHO_AND_WHEN for c in columns.of(part))
    return frozenset(named or told if clauses else ())


def told_once(grid: Grid, columns: Columns, rows: Sequence[int]) -> frozenset[int]:
    """The columns that each group of ``rows`` fills in its first row alone, merged over the others or not.

    A group begins where its number or its title stands; whoever answers for it answers for what stands below.
    """
    heads = {*columns.of(Part.NUMBER), *columns.of(Part.CATEGORY), columns.groups} - {None}
    tasks = [row for row in rows if any(compact(grid.own(row, c)) for c in columns.of(Part.TASK))]
    told = [c for part in _WHO_AND_WHEN for c in columns.of(part)]
    first = frozenset(
        c for head in heads if head is not None for c in told if _goes_with(grid, c, head, tasks)
    )
    return first | frozenset(c for c in columns.of(Part.LEAD) if _stands_before(grid, c, columns, tasks))


def _stands_before(grid: Grid, column: int, columns: Columns, rows: Sequence[int]) -> bool:
    """Whether who leads stands left of the number, filled in where another begins: a table set out by its units."""
    number, filled = columns.one(Part.NUMBER), [bool(compact(grid.own(row, column))) for row in rows]
    left = number is not None and column < number and all(compact(grid.own(row, number)) for row in rows)
    return left and filled[:1] == [True] and filled.count(False) >= _FEWEST


def _goes_with(grid: Grid, column: int, head: int, rows: Sequence[int]) -> bool:
    """Whether ``column`` is filled in each row in which ``head`` is, and in no other."""
    begins = [bool(compact(grid.own(row, head))) for row in rows]
    several = sum(first and not then for first, then in pairwise(begins))
    filled = [bool(compact(grid.own(row, column))) for row in rows]
    return several >= _FEWEST and begins.count(False) >= _FEWEST and begins == filled
