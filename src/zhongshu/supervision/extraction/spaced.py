"""Task lists whose columns only blanks part: 1 居民消费价格涨幅3%左右 发展改革委."""

from __future__ import annotations

import re

from .directory import Directory
from .segmentation import Piece
from .spans import Passage
from .tables import Row, cell_kind, rows_of
from .wrapping import ROW_NUMBER

_CELL = re.compile(r"[^ 　\n\r]+")
_FEWEST = 2
_SHORTEST_TASK = 4


def spaced_rows(text: str, lines: list[Piece], directory: Directory | None) -> tuple[list[Row], list[Piece]]:
    """The rows among ``lines`` that hold a number, a task and its units, and the lines they stand in."""
    found: list[tuple[Row, Piece]] = []
    for start, end in lines:
        row = _row(text, start, end, directory) if ROW_NUMBER.match(text, start, end) else None
        if row is not None:
            found.append((row, (start, end)))
    if len(found) < _FEWEST:
        return [], []
    return [row for row, _ in found], [line for _, line in found]


def _row(text: str, start: int, end: int, directory: Directory | None) -> Row | None:
    cells = [Passage.of(text, *hit.span()) for hit in _CELL.finditer(text, start, end)]
    kinds = [cell_kind(cell, directory) for cell in cells]
    if kinds[:2] != ["number", "text"] or kinds.count("text") > 1 or len(cells[1].norm) < _SHORTEST_TASK:
        return None
    rows = rows_of(iter(cells), directory)
    return rows[0] if len(rows) == 1 else None
