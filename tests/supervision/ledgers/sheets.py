"""Ledgers kept as data: a sheet a file, with what is to be read of it.

``rows`` holds the cells; one that is more than its text is an object: ``{"day": …}`` a date of Excel's own,
``{"value": …, "format": "0%"}``, ``{"runs": [[text, struck], …]}``. Beside them stand the ranges that are ``merged``, the
cells ``struck`` out, ``filled`` with a colour, the ``hidden`` columns. ``matters`` leaves out what a matter does not tell.
"""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from tests.supervision.ledgers.paper import STRUCK, Paper

FOLDER = Path(__file__).parent / "data"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))


def paper_of(name: str) -> Paper:
    """The ledger kept under ``name``, written as a workbook, with what is to be read of it."""
    told = json.loads((FOLDER / f"{name}.json").read_text())
    first, *others = told["sheets"]
    paper = Paper(first["title"])
    _write(paper.sheet, first)
    for other in others:
        paper.turn(other["title"])
        _write(paper.sheet, other)
    for matter in told["matters"]:
        paper.expect(**matter)
    return paper


def _write(sheet: Worksheet, told: dict[str, Any]) -> None:
    for row, cells in enumerate(told["rows"], 1):
        for column, value in enumerate(cells, 1):
            if value is not None:
                _put(sheet.cell(row, column), value)
    for area in told.get("merged", ()):
        sheet.merge_cells(area)
    for place in told.get("struck", ()):
        sheet[place].font = STRUCK
    for colour, places in told.get("filled", {}).items():
        for place in places:
            sheet[place].fill = PatternFill("solid", fgColor=colour)
    for letter in told.get("hidden", ()):
        sheet.column_dimensions[letter].hidden = True
    sheet.sheet_state = told.get("state", "visible")


def _put(cell: Any, value: Any) -> None:
    if not isinstance(value, dict):
        cell.value = value
    elif "day" in value:
        cell.value = datetime.fromisoformat(value["day"])
    elif "runs" in value:
        cell.value = CellRichText(
            *(TextBlock(InlineFont(strike=True), text) if struck else text for text, struck in value["runs"])
        )
    else:
        cell.value, cell.number_format = value["value"], value["format"]
