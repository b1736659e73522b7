"""Tables of the Word copy: of the body, and the imprint at the foot."""

from typing import Any

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT as VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Mm, Pt

from zhongshu.platform.typesetting.elements import Cell, Form, Grid, Paper
from zhongshu.platform.typesetting.word import ooxml

WIDTH_MM = 156
CLOSE = 0.6  # of a row of the grid: how high a line of a list or of a fine form is, in 小四


def table(document: Document, grid: Grid) -> None:
    """A table of the body; its head stands again on each page."""
    rows = ([[Cell(text=one, label=True) for one in grid.head]] if grid.head else []) + [
        *map(list, grid.rows)
    ]
    made = document.add_table(rows=len(rows), cols=len(grid.widths))
    made.autofit = False
    ooxml.borders(made, top=4, left=4, bottom=4, right=4, insideH=4, insideV=4)
    share, close = WIDTH_MM / sum(grid.widths), bool(grid.head) or grid.fine
    for column, width in zip(made.columns, grid.widths, strict=True):
        column.width = Mm(width * share)
    for row, cells in zip(made.rows, rows, strict=True):
        place, places = 0, row.cells
        for cell in cells:
            end = place + cell.span
            here = places[place].merge(places[end - 1]) if cell.span > 1 else places[place]
            here.width = Mm(sum(grid.widths[place:end]) * share)
            _fill(here, cell, close=close)
            place = end
        ooxml.height(row, max(cell.rows for cell in cells) * (CLOSE if close else 1))
    if grid.head:
        ooxml.repeat(made.rows[0])


def _fill(place: Any, cell: Cell, *, close: bool) -> None:
    for number, told in enumerate(cell.text.split("\n")):
        paragraph = place.paragraphs[0] if number == 0 else place.add_paragraph()
        run = paragraph.add_run(told)
        run.font.size = Pt(12 if close else 14)
        if close:
            paragraph.paragraph_format.line_spacing = Pt(round(ooxml.ROW.pt * CLOSE, 1))
        ooxml.set_tracking(run, 0)
        if cell.label:
            ooxml.set_font(run, "黑体")
        paragraph.alignment = ALIGN.CENTER if cell.label or cell.centred else ALIGN.LEFT
    place.vertical_alignment = VERTICAL.CENTER


def imprint(document: Document, paper: Paper) -> None:
    """版记 (rules L-23 to L-25), last; an empty paragraph after it keeps LibreOffice from dropping it."""
    rows = [(f"抄送：{paper.copies}。", "")] if paper.copies else []
    if paper.printed_by:
        rows.append((paper.printed_by, f"{paper.printed_on}印发"))
    if not rows:
        return
    made = document.add_table(rows=len(rows), cols=2)
    if paper.form != Form.LETTER:  # the imprint of a letter has no rules (rule L-28)
        ooxml.borders(made, top=8, bottom=8, insideH=6)
    ooxml.float_to_foot(made)
    for row, (left, right) in zip(made.rows, rows, strict=True):
        place = row.cells[0] if right else row.cells[0].merge(row.cells[1])
        _imprinted(place, left, ALIGN.LEFT)
        if right:
            _imprinted(row.cells[1], right, ALIGN.RIGHT)
    document.add_paragraph()


def _imprinted(place: Any, told: str, align: Any) -> None:
    paragraph = place.paragraphs[0]
    run = paragraph.add_run(told)
    run.font.size = Pt(14)
    ooxml.set_tracking(run, 0)
    paragraph.alignment = align
    ooxml.indent(paragraph, left=1 if align == ALIGN.LEFT else 0, right=1 if align == ALIGN.RIGHT else 0)
