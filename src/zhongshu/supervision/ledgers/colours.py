"""Rows that an office has greyed out: a grey ground or grey letters over all that the row says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

_DARKEST, _LIGHTEST, _TINGE = 0x60, 0xE2, 14
"""Parts of red, green and blue between which a colour is grey, and how far they may lie apart."""
_GREY_INDEX = frozenset({22, 23, 55})
_WHITE, _BLACK = 0, 1
_FEWEST, _RARE = 2, 4
_LEGEND = re.compile(r"[^，。；;,（(]{0,8}灰[^，。；;]{0,16}")
_ENDS = re.compile(r"取消|撤销|作废|销号|终止|停办|不再|剔除|删除|移出|退出")


def is_greyed(cells: Sequence[Any]) -> bool:
    """Whether every cell of a row that says something stands on grey or is written in grey."""
    told = [cell for cell in cells if cell.value not in (None, "")]
    return len(told) >= _FEWEST and all(cell.has_style and _is_grey_cell(cell) for cell in told)


def is_coloured(cell: Any) -> bool:
    """Whether a cell stands on a colour of its own, which white is not."""
    if not cell.has_style or cell.fill.fill_type != "solid":
        return False
    colour = cell.fill.fgColor
    if colour.type == "rgb" and isinstance(colour.rgb, str):
        return not colour.rgb.upper().endswith("FFFFFF")
    return not (colour.type == "theme" and colour.theme == _WHITE and not colour.tint)


def _is_grey_cell(cell: Any) -> bool:
    ground = cell.fill
    if ground.fill_type == "solid" and _is_grey(ground.fgColor):
        return True
    return cell.font is not None and cell.font.color is not None and _is_grey(cell.font.color)


def _is_grey(colour: Any) -> bool:
    """Whether a colour of openpyxl is grey: by its parts, its number in the palette, or its theme and tint."""
    if colour.type == "rgb" and isinstance(colour.rgb, str):
        parts = [int(colour.rgb[at : at + 2], 16) for at in (2, 4, 6)]
        return max(parts) - min(parts) <= _TINGE and min(parts) >= _DARKEST and max(parts) <= _LIGHTEST
    if colour.type == "indexed":
        return colour.indexed in _GREY_INDEX
    tint = float(colour.tint or 0)
    return (colour.theme == _WHITE and tint <= -0.1) or (colour.theme == _BLACK and tint >= 0.3)


def grey_withdraws(notes: Sequence[str], greyed: int, rows: int) -> bool:
    """Whether ``greyed`` of ``rows`` rows in grey mean that those matters are withdrawn.

    A legend around the table says it; without one grey rows must be few, or they are only stripes.
    """
    legends = [hit[0] for note in notes for hit in [_LEGEND.search(note)] if hit]
    if legends:
        return any(_ENDS.search(legend) for legend in legends)
    return 0 < greyed * _RARE <= rows
