"""Columns that are months or quarters, ticked or coloured as far as a task runs (甘特图): the last one marked is its deadline."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .cleaning import compact, is_nothing
from .content import Content
from .grid import Grid
from .header import Header

_MONTH = re.compile(r"(?:20\d{2}年)?(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?")
_QUARTER = re.compile(r"第?[一二三四1-4]季度|[Qq][1-4]|[上下]半年")
_BARE_MONTH = re.compile(r"1[0-2]|[1-9]")
_FEWEST, _MARKS, _LONGEST = 3, 0.6, 3


def calendar_of(header: Header, span: range, contents: Mapping[int, Content]) -> dict[int, str]:
    """By column the month or quarter that it stands for; nothing unless several are marked and say nothing else."""
    periods = {c: period for c in span if (period := _period(header.paths.get(c, ())))}
    marked = [c for c in periods if contents[c].filled]
    if len(periods) < _FEWEST or any(not _only_marks(contents[c]) for c in marked):
        return {}
    return periods


def last_marked(grid: Grid, row: int, calendar: Mapping[int, str]) -> str:
    """The last period that is marked in ``row``, or nothing."""
    marked = [c for c in calendar if _is_marked(grid, row, c)]
    return calendar[max(marked)] if marked else ""


def _is_marked(grid: Grid, row: int, column: int) -> bool:
    text = compact(grid.value(row, column))
    return grid.anchor(row, column) in grid.coloured or bool(text) and not is_nothing(text)


def _only_marks(content: Content) -> bool:
    return (
        content.ticks >= _MARKS or content.length <= _LONGEST and max(content.states, content.counts) < _MARKS
    )


def _period(path: tuple[str, ...]) -> str:
    """3月, 二季度; a bare 3 below 月份 or 进度安排."""
    last, above = path[-1] if path else "", "".join(path[:-1])
    if _MONTH.fullmatch(last) or _QUARTER.fullmatch(last):
        return last.removesuffix("份")
    return f"{last}月" if _BARE_MONTH.fullmatch(last) and re.search("月|时间|进度", above) else ""
