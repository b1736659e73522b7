"""Excel workbooks."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import python_calamine

from zhongshu.platform.files import refusals


def text(path: Path) -> str:
    """Every sheet, a row a line, cells parted by tabs."""
    return "\n".join("\t".join(" ".join(cell.split("\n")) for cell in row).rstrip() for row in rows(path))


def faces(path: Path) -> str:
    """Every cell on a line of its own: a mark or a 密级 column stands in cells."""
    return "\n".join(cell for row in rows(path) for cell in row if cell)


def rows(path: Path) -> Iterator[list[str]]:
    """The rows of all sheets, cells as a person reads them; rows without any word are left out."""
    try:
        book = python_calamine.CalamineWorkbook.from_path(str(path))
        for name in book.sheet_names:
            for row in book.get_sheet_by_name(name).to_python(skip_empty_area=True):
                cells = [_spelled(cell) for cell in row]
                if any(cells):
                    yield cells
    except python_calamine.PasswordError as locked:
        raise refusals.encrypted() from locked
    except (python_calamine.CalamineError, OSError) as broken:
        raise refusals.unreadable() from broken


def _spelled(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
