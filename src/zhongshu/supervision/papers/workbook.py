"""A ledger as a workbook that can be printed and hung up: title, bordered table, categories merged, pages numbered."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import IO, Any

import xlsxwriter
from django.utils.translation import gettext as _

from zhongshu.platform.typesetting.services import RISKY, height, on_paper
from zhongshu.supervision.papers.looks import Looks

Cell = str | date
WIDTHS = (6, 26, 11, 38, 20, 13, 17, 10, 12, 10, 11, 36, 12, 18)
CENTRED = (0, 1, 2, 5, 7, 8, 9, 10)
CATEGORY = 2
A3 = 8


def heads() -> list[str]:
    """The headings of a ledger, as the reader of ledgers knows them."""
    return [
        _("序号"), _("编号"), _("类别"), _("督办事项"), _("来源"), _("牵头单位"), _("配合单位"),
        _("责任领导"), _("完成时限"), _("状态"), _("研判等级"), _("最近进展"), _("存在问题"), _("备注"),
    ]  # fmt: skip


def write_ledger(
    target: IO[bytes], rows: Iterable[Sequence[Cell]], *, title: str, below: str, merged: bool = True
) -> int:
    """Write ``rows``, a cell for each of ``heads`` behind the first, in constant memory; how many they were.

    ``title`` stands above the table, ``below`` is the line under it. Neighbouring rows of one category share a cell,
    as offices print it; not ``merged``, each has its own, so that it can be sorted. On A3 landscape, one page wide,
    title and headings on every page.
    """
    book = xlsxwriter.Workbook(
        target, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    sheet, looks = book.add_worksheet(_("台账")), Looks(book)
    _set_up(sheet)
    last = len(WIDTHS) - 1
    sheet.set_row(0, 34)
    sheet.merge_range(0, 0, 0, last, title, looks.title)
    sheet.set_row(1, 20)
    sheet.merge_range(1, 0, 1, last, below, looks.below)
    sheet.set_row(2, 26)
    for column, head in enumerate(heads()):
        sheet.write_string(2, column, head, looks.head)
    count, begun, category = 0, 3, ""
    for count, row in enumerate(rows, 1):
        at = count + 2
        again = merged and count > 1 and row[CATEGORY - 1] == category
        if not again:
            _merge(sheet, begun, at - 1)
            begun, category = at, str(row[CATEGORY - 1])
        sheet.set_row(at, height(["", *(_said(value) for value in row)], WIDTHS))
        sheet.write_number(at, 0, count, looks.centred)
        for column, value in enumerate(row, 1):
            _write(sheet, at, column, "" if again and column == CATEGORY else value, looks)
    _merge(sheet, begun, count + 2)
    sheet.autofilter(2, 0, count + 2, last)
    book.close()
    return count


def _set_up(sheet: Any) -> None:
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(3, 4)
    on_paper(sheet, paper=A3, repeated=3)


def _merge(sheet: Any, first: int, last: int) -> None:
    """Let the cells of a category be one; they are written already, as constant memory wants it."""
    if last > first:
        sheet.merge.append([first, CATEGORY, last, CATEGORY])


def _said(value: Cell) -> str:
    """As long as the cell will show."""
    return value if isinstance(value, str) else value.isoformat()


def _write(sheet: Any, row: int, column: int, value: Cell, looks: Looks) -> None:
    if isinstance(value, date):
        sheet.write_datetime(row, column, value, looks.day)
    elif not value:
        sheet.write_blank(row, column, None, looks.text)
    elif value.startswith(RISKY):
        sheet.write_string(row, column, value, looks.quoted)
    else:
        sheet.write_string(row, column, value, looks.centred if column in CENTRED else looks.text)
