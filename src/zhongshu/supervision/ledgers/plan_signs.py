"""The column that tells a row of the plan (计划, 目标) from the row of what was done (实际, 进展) below it."""

from __future__ import annotations

import re

from .cleaning import compact
from .grid import Grid

_PLAN = re.compile(
    r"(?:工作|年度|[当本]?[月季]度?)?(?:计划|目标|安排|打算|预期)(?:任务|进度|进展|情况|完成|[安排值数])*"
)
_DONE = re.compile(
    r"(?:工作|年度|[当本]?[月季]度?)?(?:实际|完成|进展|落实|推进|执行|实绩)(?:任务|进度|进展|情况|完成|[值数])*"
)
_FEWEST = 2
"""Pairs of rows that make it a habit."""


def plans_in(grid: Grid, mark: int) -> list[int]:
    """The rows that ``mark`` heads as plans, if each has the row of what was done right below it and nothing but its heading stands there besides."""
    signs = {row: sign for row in range(grid.height) if (sign := compact(grid.own(row, mark)))}
    plans = [row for row, sign in signs.items() if _PLAN.fullmatch(sign) and row + 1 in signs]
    paired = all(_DONE.fullmatch(signs[row + 1]) and _goes_on(grid, row + 1, mark) for row in plans)
    heads = {sign for row, sign in signs.items() if row < min(plans, default=0)}
    below = sum(row >= plans[0] and sign not in heads for row, sign in signs.items()) if plans else 0
    return plans if len(plans) >= _FEWEST and paired and below == 2 * len(plans) else []


def _goes_on(grid: Grid, row: int, mark: int) -> bool:
    """Whether little stands left of ``mark``, a day perhaps: the row belongs to the matter above."""
    own, above = (sum(bool(compact(grid.own(r, c))) for c in range(mark)) for r in (row, row - 1))
    return own * 2 < above
