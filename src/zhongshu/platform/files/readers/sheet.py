"""Excel workbooks."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from zhongshu.kernel import workbooks
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
        for sheet in workbooks.sheets(path):
            for row in sheet.filled:
                cells = [_spelled(cell) for cell in row]
                if any(cells):
                    yield cells
    except workbooks.LockedError as locked:
        raise refusals.encrypted() from locked
    except workbooks.TooWideError as wide:
        raise refusals.too_wide() from wide
    except ValueError as broken:
        raise refusals.unreadable() from broken


def _spelled(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
