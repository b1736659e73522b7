"""A list as a workbook: sums as numbers that Excel can add up, heads that stay, one row of totals."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from tempfile import TemporaryFile
from typing import IO, Any

import xlsxwriter
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import BEIJING, local_day
from zhongshu.platform.journal import services as journal

MOST = 20_000
WIDTH = 18
HEADS = 1
Cell = str | int | Decimal | date | None
Rows = Iterable[Sequence[Cell]]


def written(
    name: str, heads: Sequence[str], rows: Rows, *, verb: str, actor: Actor, at: datetime
) -> IO[bytes]:
    """Write ``rows`` under ``heads`` and a watermark into a temporary file, and say so in the journal by ``verb``.

    Moments are written as the local day, sums with two digits; a column of sums has its total below.
    """
    target = TemporaryFile()  # noqa: SIM115  handed to the caller, who sends and closes it
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(target, options)
    count = _fill(book, book.add_worksheet(name), _watermark(actor, at), heads, rows)
    book.close()
    target.seek(0)
    facts = {"list": name, "rows": count}
    stream = f"export:{actor.person_id}"
    journal.record(stream=stream, verb=verb, actor=actor, at=at, data=facts)
    return target


def _watermark(actor: Actor, at: datetime) -> str:
    told = {"name": actor.name, "at": f"{at.astimezone(BEIJING):%Y-%m-%d %H:%M}"}
    return _("导出：%(name)s　%(at)s　内部资料，注意保管") % told


def _fill(book: Any, sheet: Any, watermark: str, heads: Sequence[str], rows: Rows) -> int:
    """The sheet's rows; how many of them are data."""
    bold, money = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "#,##0.00"})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.set_column(0, len(heads), WIDTH)
    sheet.freeze_panes(HEADS + 1, 0)
    sheet.write_string(0, 0, watermark)
    sheet.write_row(HEADS, 0, heads, bold)
    count, sums = 0, dict[int, Decimal]()
    for count, row in enumerate(rows, 1):  # noqa: B007  the last is the number of rows
        for column, cell in enumerate(row):
            if isinstance(cell, Decimal):
                sums[column] = sums.get(column, Decimal(0)) + cell
            _put(sheet, HEADS + count, column, cell, money, day)
    if sums:
        sheet.write_string(HEADS + count + 1, 0, _("合计"), bold)
        for column, total in sums.items():
            sheet.write_number(HEADS + count + 1, column, total, money)
    return count


def _put(sheet: Any, row: int, column: int, cell: Cell, money: Any, day: Any) -> None:
    if isinstance(cell, Decimal):
        sheet.write_number(row, column, cell, money)
    elif isinstance(cell, int):
        sheet.write_number(row, column, cell)
    elif isinstance(cell, date):
        on = local_day(cell) if isinstance(cell, datetime) else cell
        sheet.write_datetime(row, column, datetime(on.year, on.month, on.day), day)  # noqa: DTZ001  a day, no moment
    elif cell:
        sheet.write_string(row, column, cell)
