"""Columns that are units (责任矩阵): a sign in a row says that the unit leads or supports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from zhongshu.supervision.extraction.names import is_listed_unit

from .cleaning import compact, is_nothing
from .content import Content
from .grid import Grid
from .header import Header
from .headings import part_of, part_of_path
from .model import Part
from .roles import LEADS, SUPPORTS

_LEADING = re.compile(rf"[★▲●◉◆■√✓✔Vv主牵是]|{LEADS}|责任|负责")
_HELPING = re.compile(rf"[☆△○〇◎◇□协配辅参]|{SUPPORTS}")
_HOLLOW = "☆△○〇◎◇□"
_FEWEST, _MARKS, _LONGEST, _VAGUE = 3, 0.6, 2, 13
"""Columns that make a matrix; share of signs in one; a longer text is no sign; a unit's own name says no more as a heading."""
_WHO = (Part.LEAD, Part.SUPPORT)


@dataclass(frozen=True, slots=True)
class UnitColumn:
    """A column that stands for the unit ``name``; ``supports``: it stands below 配合单位."""

    name: str
    supports: bool = False


def unit_columns_of(
    header: Header, span: Iterable[int], contents: Mapping[int, Content]
) -> dict[int, UnitColumn]:
    """By column the unit that it stands for; nothing unless several are marked and say nothing else."""
    units = {c: unit for c in span if (unit := _unit(header.paths.get(c, ())))}
    marked = [c for c in units if contents[c].filled]
    if len(units) < _FEWEST or not marked or any(not _only_marks(contents[c]) for c in marked):
        return {}
    return units


def _unit(path: tuple[str, ...]) -> UnitColumn | None:
    """财政所, alone or below 责任单位; no 牵头单位, which tells what stands below it."""
    own = part_of(path[-1]) if path else None
    above = part_of_path(path[:-1])
    says = own is not None and not (own[0] is Part.LEAD and own[1] <= _VAGUE)
    if not path or says or not (above and above[0] in _WHO or is_listed_unit(path[-1])):
        return None
    return UnitColumn(path[-1], above is not None and above[0] is Part.SUPPORT)


def _only_marks(content: Content) -> bool:
    return content.ticks >= _MARKS or content.length <= _LONGEST and content.numbers == 0


def marked_units(
    grid: Grid, row: int, units: Mapping[int, UnitColumn], legend: Mapping[str, Part], *, own: bool = False
) -> tuple[list[str], list[str]]:
    """The units that lead and those that support as their columns are marked in ``row``; with ``own`` in no merged one.

    Where no legend tells, a hollow sign supports beside a full one and leads where it stands alone.
    """
    cell = grid.own if own else grid.value
    signs = {c: text for c in units if (text := compact(cell(row, c))) and not is_nothing(text)}
    parts = {c: _part(text, units[c], legend) for c, text in signs.items()}
    if not legend and Part.LEAD not in parts.values():
        parts = {
            c: Part.LEAD if signs[c] in _HOLLOW and not units[c].supports else p for c, p in parts.items()
        }
    lead, support = ([units[c].name for c in units if parts.get(c) is part] for part in _WHO)
    return lead, support


def _part(text: str, unit: UnitColumn, legend: Mapping[str, Part]) -> Part | None:
    if text in legend:
        return legend[text]
    if _HELPING.match(text):
        return Part.SUPPORT
    if _LEADING.match(text):
        return Part.SUPPORT if unit.supports else Part.LEAD
    return None
