"""The cells of a sheet: four columns, label and value twice, with whatever is long across the rest."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from zhongshu.kernel.clock import BEIJING
from zhongshu.platform.typesetting.elements import Cell

WIDTHS = (6, 8, 4, 8)
LINE = 9
"""So many characters stand on one line of a value."""
Pair = tuple[str, str]
Row = Sequence[Cell]


def label(told: str, *, span: int = 1) -> Cell:
    """A cell that names what stands beside it."""
    return Cell(text=told, label=True, span=span)


def across(name: str, told: str, *, rows: int = 1) -> Row:
    """A label and words across the rest of the row."""
    return (label(name), Cell(text=told, span=3, rows=rows))


def paired(pairs: Iterable[Pair]) -> list[Row]:
    """Labels and values two by two; a value too long for its column, and one left alone, gets a row."""
    rows: list[Row] = []
    waiting: Pair | None = None
    for name, told in pairs:
        if _wide(told) > LINE:
            rows += [across(*waiting)] if waiting else []
            rows.append(across(name, told))
            waiting = None
        elif waiting:
            rows.append((label(waiting[0]), Cell(text=waiting[1]), label(name), Cell(text=told)))
            waiting = None
        else:
            waiting = (name, told)
    return [*rows, across(*waiting)] if waiting else rows


def moment(at: datetime | None) -> str:
    """2026-09-18 09:30 in Beijing; "" for none."""
    return f"{at.astimezone(BEIJING):%Y-%m-%d %H:%M}" if at else ""


def _wide(told: str) -> float:
    """Width in characters; letters and digits are half as wide."""
    return sum(0.5 if one.isascii() else 1 for one in told)
