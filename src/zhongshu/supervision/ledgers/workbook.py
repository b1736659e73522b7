"""Opening a ledger's file: .xlsx with its formatting, very large ones row by row, .xls by its values, .csv."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import python_calamine
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.reader.excel import load_workbook

from .cells import plain
from .colours import is_coloured, is_greyed
from .grid import Grid, Merge, Value, cover
from .large import large_sheets

_LARGE, _TOO_LARGE = 24_000_000, 600_000_000
"""Bytes of XML above which a file is read row by row, without colours (about 20,000 rows of ten columns), and above which a file is refused."""
_NOT_TABLES = ("填报说明", "填表说明", "下拉", "字典", "选项", "数据源", "码表")
_ENCODINGS = ("utf-8-sig", "gb18030")


def open_sheets(path: Path) -> Iterator[Grid]:
    """Each sheet of the file as a grid. Raises OSError or ValueError if it cannot be read."""
    with path.open("rb") as file:
        start = file.read(8)
    if start[:4] == b"PK\x03\x04":
        if not zipfile.is_zipfile(path):
            raise ValueError(f"{path.name} is damaged")
        size = _inflated(path)
        if size > _TOO_LARGE:
            raise ValueError(f"{path.name} unpacks to {size:,} bytes")
        yield from large_sheets(path) if size > _LARGE else _with_formatting(path)
    elif start == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        yield from _by_values(path)
    else:
        yield Grid(path.stem, _separated(path.read_bytes()))


def _inflated(path: Path) -> int:
    """Bytes of the parts that are read, unpacked."""
    with zipfile.ZipFile(path) as archive:
        return sum(i.file_size for i in archive.infolist() if i.filename.endswith(".xml"))


def _with_formatting(path: Path) -> Iterator[Grid]:
    try:
        with path.open("rb") as file:  # by its bytes: a stored file has no ending to go by
            book: Any = load_workbook(file, rich_text=True, data_only=True)  # type: ignore[no-untyped-call]
    except (KeyError, zipfile.BadZipFile) as trouble:
        raise ValueError(f"{path.name}: {trouble}") from trouble
    shown = [s for s in book.worksheets if s.sheet_state == "visible"] or book.worksheets
    for sheet in shown:
        if not sheet.title.startswith(_NOT_TABLES):
            yield _grid(sheet)


def _grid(sheet: Any) -> Grid:
    ranges = [
        Merge(m.min_row - 1, m.min_col - 1, m.max_row - 1, m.max_col - 1) for m in sheet.merged_cells.ranges
    ]
    rows: list[list[Value]] = []
    struck: set[tuple[int, int]] = set()
    greyed: set[int] = set()
    coloured: set[tuple[int, int]] = set()
    for r, line in enumerate(sheet.iter_rows()):
        values: list[Value] = []
        for c, cell in enumerate(line):
            value, is_struck = _value(cell)
            values.append(value)
            if is_struck:
                struck.add((r, c))
        rows.append(values)
        coloured |= {(r, c) for c, cell in enumerate(line) if cell.value is None and is_coloured(cell)}
        if is_greyed(line):
            greyed.add(r)
    while rows and not any(v not in (None, "") for v in rows[-1]):
        rows.pop()
    hidden = {
        index - 1
        for dimension in sheet.column_dimensions.values()
        if dimension.hidden and dimension.min and dimension.max
        for index in range(dimension.min, min(dimension.max, sheet.max_column) + 1)
    }
    return Grid(sheet.title, rows, cover(ranges), struck, hidden, greyed, coloured)


def _value(cell: Any) -> tuple[Value, bool]:
    """The value of a cell and whether it is struck out as a whole; struck words among others are left out."""
    value = cell.value
    if value is None:
        return None, False
    whole = bool(cell.has_style and cell.font and cell.font.strike)
    if isinstance(value, CellRichText):
        kept = [str(run) for run in value if not _run_struck(run, whole)]
        return ("".join(kept), False) if "".join(kept).strip() else (str(value), True)
    return plain(value, cell.number_format), whole


def _run_struck(run: Any, whole: bool) -> bool:
    """Whether some words of a cell are struck out; words without a font of their own have that of the cell."""
    font: Any = run.font if isinstance(run, TextBlock) else None
    return bool(font.strike) if font else whole


def _by_values(path: Path) -> Iterator[Grid]:
    try:
        book = python_calamine.CalamineWorkbook.from_path(str(path))
    except python_calamine.CalamineError as trouble:
        raise ValueError(f"{path.name}: {trouble}") from trouble
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        ranges = [Merge(a[0], a[1], b[0], b[1]) for a, b in sheet.merged_cell_ranges or []]
        rows = [[plain(v) for v in line] for line in sheet.to_python(skip_empty_area=False)]
        yield Grid(name, rows, cover(ranges))


def _separated(content: bytes) -> Sequence[Sequence[Value]]:
    """The rows of a .csv, whatever its encoding and separator."""
    text = next((t for e in _ENCODINGS if (t := _decoded(content, e)) is not None), None)
    if text is None or "\0" in text:
        raise ValueError("neither a workbook nor a table in text")
    separator = max(",\t;，", key=lambda s: text[:4000].count(s))
    return list(csv.reader(io.StringIO(text), delimiter=separator))


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None
