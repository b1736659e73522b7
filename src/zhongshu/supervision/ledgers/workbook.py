"""Opening a ledger's file: .xlsx with its formatting, very large ones row by row, .xls by its values, .csv."""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import chain, islice
from pathlib import Path
from typing import Any

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.reader.excel import load_workbook

from zhongshu.kernel import workbooks

from .cells import plain
from .colours import is_coloured, is_greyed
from .editions import without_earlier
from .grid import Grid, Merge, Place, Value, cover
from .large import large_sheets
from .merges import merged_area
from .set_off import words_set_off

_LARGE, _TOO_LARGE = 24_000_000, 600_000_000
"""Bytes of XML above which a file is read row by row, without colours (about 20,000 rows of ten columns), and above which a file is refused."""
_NOT_TABLES = ("填报说明", "填表说明", "下拉", "字典", "选项", "数据源", "码表")
_OF_OLD = re.compile(
    r"[（(【](?:旧|原|存档|备份|作废|样表|示例|模板|历史|停用)[^）)】]{0,3}[)）】]$|^(?:旧表|存档|备份|作废|样表|填报样例|示例|模板|历史)|(?:存档|备份|作废|样表|示例|模板|旧表|旧版|样例)$"
)
"""4月（旧）, 2025存档, 样表: kept beside the sheet that holds."""
_ENCODINGS, _WIDE = ("utf-8-sig", "gb18030"), (b"\xff\xfe", b"\xfe\xff")
_NO_TABLES = ("<", "%PDF", "{\\rtf")
"""How a page of the web, a PDF, a text begins that is only named .xls."""
_PACKED, _BINARY = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_STUMBLES = (
    AttributeError, IndexError, KeyError, OSError, SyntaxError, TypeError, ValueError, zipfile.BadZipFile,
)  # fmt: skip
"""What openpyxl raises on a part that is missing or malformed: styles, relations, charts, XML cut off."""
_DAMAGES = zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, SyntaxError
"""What unpacking raises on bytes gone wrong, on a password, on a way of packing that nobody knows; XML cut off further on."""
_WIDEST_MERGES = 2_000_000
"""Merged cells above which a file is read by its values: openpyxl would make each of them."""


class LockedError(ValueError):
    """The file can be opened with a password only."""


def open_sheets(path: Path) -> Iterator[Grid]:
    """Each sheet of the file as a grid. Raises OSError or ValueError if it cannot be read."""
    start = _start(path)
    if start.startswith(_PACKED):
        yield from _packed(path)
    elif start == _BINARY:
        if _ENCRYPTED in path.read_bytes():
            raise LockedError(f"{path.name} asks for a password")
        yield from _by_values(path)
    else:
        yield Grid(path.stem, _separated(path.read_bytes()))


def cells_of(path: Path) -> Iterator[str]:
    """The words of every cell of the file, sheets kept of old included where it is no very large one; errors as above."""
    return (str(cell) for rows in _laid_out(path) for row in rows for cell in row if cell not in (None, ""))


def _laid_out(path: Path) -> Iterator[Sequence[Sequence[Any]]]:
    """The rows of every sheet, as quick as may be; as they are read otherwise where that way stumbles."""
    packed = zipfile.is_zipfile(path)
    if not is_text(path) and not (packed and _inflated(path) > _LARGE):
        with suppress(ValueError):
            return iter([sheet.rows for sheet in workbooks.sheets(path)])
    return (grid.rows for grid in open_sheets(path))


def is_text(path: Path) -> bool:
    """Whether the file is a table in text (.csv): whatever was merged in it is blank now but for the first cell."""
    start = _start(path)
    return not start.startswith(_PACKED) and start != _BINARY


def _start(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(8)


def _packed(path: Path) -> Iterator[Grid]:
    """The sheets of an .xlsx, whatever its size."""
    try:
        size = _inflated(path)
        if size > _TOO_LARGE:
            raise ValueError(f"{path.name} unpacks to {size:,} bytes")
        yield from _row_by_row(path) if size > _LARGE else _with_formatting(path)
    except _DAMAGES as trouble:
        raise ValueError(f"{path.name} is damaged") from trouble


def _inflated(path: Path) -> int:
    """Bytes of the parts that are read, unpacked."""
    with zipfile.ZipFile(path) as archive:
        return sum(i.file_size for i in archive.infolist() if i.filename.endswith(".xml"))


def _row_by_row(path: Path) -> Iterator[Grid]:
    """The sheets of a very large file; by their values alone where openpyxl stumbles before the first is read."""
    sheets = large_sheets(path)
    try:
        first = list(islice(sheets, 1))
    except _STUMBLES:
        return _by_values(path)
    return chain(first, sheets)


def _with_formatting(path: Path) -> Iterator[Grid]:
    """The sheets with their formatting; by their values alone where openpyxl stumbles over something else in the file."""
    if merged_area(path) > _WIDEST_MERGES:
        return _by_values(path)
    try:
        with path.open("rb") as file:  # by its bytes: a stored file has no ending to go by
            book: Any = load_workbook(file, rich_text=True, data_only=True)  # type: ignore[no-untyped-call]
    except _STUMBLES:
        return _by_values(path)
    return _grids(book)


def _grids(book: Any) -> Iterator[Grid]:
    shown = [s for s in book.worksheets if s.sheet_state == "visible"] or book.worksheets
    for sheet in without_earlier(_that_hold(shown, lambda sheet: sheet.title)):
        yield _grid(sheet)


def _that_hold(sheets: Sequence[Any], name: Callable[[Any], str]) -> Sequence[Any]:
    """The sheets that are no lists of choices, and none kept of old or to show how, but where there is no other."""
    kept = [sheet for sheet in sheets if not name(sheet).startswith(_NOT_TABLES)]
    return [sheet for sheet in kept if not _OF_OLD.search(name(sheet).strip())] or kept


def _grid(sheet: Any) -> Grid:
    ranges = [
        Merge(m.min_row - 1, m.min_col - 1, m.max_row - 1, m.max_col - 1) for m in sheet.merged_cells.ranges
    ]
    rows, struck, greyed, coloured = _cells(sheet)
    set_off = {
        (r - 1, c - 1): words
        for (r, c), cell in sheet._cells.items()
        if isinstance(cell.value, CellRichText) and (words := words_set_off(cell.value, cell.font))
    }
    hidden = {
        index - 1
        for dimension in sheet.column_dimensions.values()
        if dimension.hidden and dimension.min and dimension.max
        for index in range(dimension.min, min(dimension.max, sheet.max_column) + 1)
    }
    merged = cover(ranges, len(rows), max(map(len, rows), default=0))
    return Grid(sheet.title, rows, merged, struck, hidden, greyed, coloured, set_off)


def _cells(sheet: Any) -> tuple[list[list[Value]], set[Place], set[int], set[Place]]:
    """The values of a sheet down to the last row that says something, with the places struck out, greyed and coloured.

    Only cells that are there are asked for: a sheet may be formatted down to its millionth row.
    """
    lines: dict[int, dict[int, Any]] = {}
    for (r, c), cell in sheet._cells.items():
        lines.setdefault(r - 1, {})[c - 1] = cell
    told = (r for r, line in lines.items() if any(cell.value not in (None, "") for cell in line.values()))
    rows: list[list[Value]] = [[] for _ in range(max(told, default=-1) + 1)]
    struck: set[Place] = set()
    greyed: set[int] = set()
    coloured: set[Place] = set()
    for r, values in enumerate(rows):
        line = lines.get(r, {})
        for c in range(max((c for c in line if line[c].value is not None), default=-1) + 1):
            value, is_struck = _value(line[c]) if c in line else (None, False)
            values.append(value)
            if is_struck:
                struck.add((r, c))
        coloured |= {(r, c) for c, cell in line.items() if cell.value is None and is_coloured(cell)}
        if is_greyed(tuple(line.values())):
            greyed.add(r)
    return rows, struck, greyed, coloured


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
    """The sheets by their values and merged ranges alone."""
    try:
        yield from [_plain_grid(s) for s in _that_hold(list(workbooks.sheets(path)), lambda s: s.name)]
    except ValueError as trouble:
        raise ValueError(f"{path.name}: {trouble}") from trouble


def _plain_grid(sheet: workbooks.Sheet) -> Grid:
    ranges = [Merge(a[0], a[1], b[0], b[1]) for a, b in sheet.merged]
    rows = [[plain(v) for v in line] for line in sheet.rows]
    return Grid(sheet.name, rows, cover(ranges, len(rows), max(map(len, rows), default=0)))


def _separated(content: bytes) -> Sequence[Sequence[Value]]:
    """The rows of a .csv, whatever its encoding and separator."""
    encodings = ("utf-16",) if content.startswith(_WIDE) else _ENCODINGS
    text = next((t for e in encodings if (t := _decoded(content, e)) is not None), None)
    if text is None or "\0" in text or text.lstrip().startswith(_NO_TABLES):
        raise ValueError("neither a workbook nor a table in text")
    separator = max(",\t;，", key=lambda s: text[:4000].count(s))
    try:
        return list(csv.reader(io.StringIO(text), delimiter=separator))
    except csv.Error as trouble:
        raise ValueError(str(trouble)) from trouble


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None
