"""Very large workbooks, row by row: values, struck cells and merged ranges, in memory that does not grow."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from openpyxl.reader.excel import load_workbook

from .cells import plain
from .grid import Grid, Value, cover
from .merges import merged_ranges
from .spool import Spooled

_LAST_ROW = 1_048_576
"""No sheet goes further down, whatever number a damaged row bears."""


def large_sheets(path: Path) -> Iterator[Grid]:
    """Each visible sheet of the workbook. Greyed rows, rich text and hidden columns are not told here."""
    with path.open("rb") as file:  # by its bytes: a stored file has no ending to go by
        book: Any = load_workbook(file, read_only=True, data_only=True)  # type: ignore[no-untyped-call]
        shown = [s for s in book.worksheets if s.sheet_state == "visible"] or book.worksheets
        struck_styles = {n for n, style in enumerate(book._cell_styles) if book._fonts[style.fontId].strike}
        for sheet in shown:
            sheet.reset_dimensions()
            struck: set[tuple[int, int]] = set()
            rows = Spooled(_rows(sheet, struck_styles, struck))
            yield Grid(
                sheet.title,
                rows,
                cover(merged_ranges(path, sheet._worksheet_path), len(rows), rows.width),
                struck,
            )


def _rows(sheet: Any, struck_styles: set[int], struck: set[tuple[int, int]]) -> Iterator[list[Value]]:
    """The rows down to the last one that says something: offices draw lines far below it."""
    blank = 0
    for r, line in enumerate(islice(sheet.iter_rows(), _LAST_ROW)):
        values = [_value(cell) for cell in line]
        if not any(value not in (None, "") for value in values):
            blank += 1
            continue
        if struck_styles:
            struck.update(
                (r, c) for c, cell in enumerate(line) if getattr(cell, "_style_id", 0) in struck_styles
            )
        yield from ([] for _ in range(blank))
        blank = 0
        yield values


def _value(cell: Any) -> Value:
    value = cell.value
    if isinstance(value, float | int | datetime) and not isinstance(value, bool):
        return plain(value, cell.number_format)
    return plain(value)
