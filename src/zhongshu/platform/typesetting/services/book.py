"""A list as a workbook: sums as numbers, days as days, heads that stay, one row of totals, ready to be printed."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import chain, islice
from tempfile import TemporaryFile
from typing import IO, Any

import xlsxwriter
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import BEIJING, local_day
from zhongshu.platform.journal import services as journal
from zhongshu.platform.typesetting.services.laying import RISKY, breadth, height, on_paper

MOST = 20_000
MEASURED = 200
"""Rows that the widths of the columns are taken from."""
NARROWEST, WIDEST, PORTRAIT, A4_WIDE = 7.0, 42.0, 100.0, 190.0
A3, A4 = 8, 9
HEADS = 1
Cell = str | int | Decimal | date | None
Rows = Iterable[Sequence[Cell]]


def written(
    name: str,
    heads: Sequence[str],
    rows: Rows,
    *,
    verb: str,
    actor: Actor,
    at: datetime,
    moments: bool = False,
) -> IO[bytes]:
    """``laid_out``, and said so in the journal by ``verb``."""
    target, count = laid_out(name, heads, rows, actor=actor, at=at, moments=moments)
    facts = {"list": name, "rows": count}
    stream = f"export:{actor.person_id}"
    journal.record(stream=stream, verb=verb, actor=actor, at=at, data=facts)
    return target


def laid_out(
    name: str, heads: Sequence[str], rows: Rows, *, actor: Actor, at: datetime, moments: bool = False
) -> tuple[IO[bytes], int]:
    """``rows`` under ``heads`` and a watermark in a temporary file, and how many they are.

    Moments are written as the local day, with the time of day where ``moments``; sums with two digits; a column
    of sums has its total below.
    """
    target = TemporaryFile()  # noqa: SIM115  handed to the caller, who sends and closes it
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(target, options)
    count = _Sheet(book, name, moments=moments).fill(_watermark(actor, at), heads, iter(rows))
    book.close()
    target.seek(0)
    return target, count


def _watermark(actor: Actor, at: datetime) -> str:
    told = {"name": actor.name, "at": f"{at.astimezone(BEIJING):%Y-%m-%d %H:%M}"}
    return _("导出：%(name)s　%(at)s　内部资料，注意保管") % told


class _Sheet:
    """The one sheet of a list, written row by row."""

    def __init__(self, book: Any, name: str, *, moments: bool) -> None:
        cell = {"border": 1, "text_wrap": True, "valign": "vcenter"}
        self.sheet, self.moments = book.add_worksheet(name), moments
        self.head = book.add_format(cell | {"bold": True, "align": "center", "bg_color": "#F2F2F2"})
        self.bold, self.text = book.add_format({"bold": True}), book.add_format(cell)
        self.quoted = book.add_format(cell | {"quote_prefix": True})
        self.money = book.add_format(cell | {"num_format": "#,##0.00"})
        self.total = book.add_format(cell | {"num_format": "#,##0.00", "bold": True})
        shape = "yyyy-mm-dd hh:mm" if moments else "yyyy-mm-dd"
        self.moment = book.add_format(cell | {"num_format": shape, "align": "center"})
        self.day = book.add_format(cell | {"num_format": "yyyy-mm-dd", "align": "center"})

    def fill(self, watermark: str, heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
        """Watermark, heads, rows and totals; how many rows there are."""
        rows = iter(rows)
        first = list(islice(rows, MEASURED))
        widths = self._widths(heads, first)
        self._set_up(widths)
        self.sheet.write_string(0, 0, watermark)
        self.sheet.set_row(HEADS, height(heads, widths))
        self.sheet.write_row(HEADS, 0, heads, self.head)
        count, sums = 0, dict[int, Decimal]()
        for count, row in enumerate(chain(first, rows), 1):
            self.sheet.set_row(HEADS + count, height([self._said(cell) for cell in row], widths))
            for column, cell in enumerate(row):
                if isinstance(cell, Decimal):
                    sums[column] = sums.get(column, Decimal(0)) + cell
                self._put(HEADS + count, column, cell)
        self._sum_up(HEADS + count + 1, sums)
        self.sheet.autofilter(HEADS, 0, HEADS + count, max(len(heads) - 1, 0))
        return count

    def _widths(self, heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> list[float]:
        widths = [breadth(head) + 4 for head in heads]
        for row in rows:
            for column, cell in enumerate(row[: len(widths)]):
                widths[column] = max(widths[column], breadth(self._said(cell)) + 2)
        return [min(max(one, NARROWEST), WIDEST) for one in widths]

    def _set_up(self, widths: Sequence[float]) -> None:
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width)
        self.sheet.freeze_panes(HEADS + 1, 1)
        wide = sum(widths)
        on_paper(
            self.sheet, paper=A3 if wide > A4_WIDE else A4, repeated=HEADS + 1, landscape=wide > PORTRAIT
        )

    def _sum_up(self, row: int, sums: dict[int, Decimal]) -> None:
        if sums:
            self.sheet.write_string(row, 0, _("合计"), self.total)
        for column, total in sums.items():
            self.sheet.write_number(row, column, total, self.total)

    def _said(self, cell: Cell) -> str:
        """As long as the cell will show."""
        if isinstance(cell, datetime):
            return "0000-00-00 00:00" if self.moments else "0000-00-00"
        return f"{cell:,.2f}" if isinstance(cell, Decimal) else str(cell if cell is not None else "")

    def _put(self, row: int, column: int, cell: Cell) -> None:
        if isinstance(cell, Decimal):
            self.sheet.write_number(row, column, cell, self.money)
        elif isinstance(cell, int):
            self.sheet.write_number(row, column, cell, self.text)
        elif isinstance(cell, datetime) and self.moments:
            self.sheet.write_datetime(row, column, cell.astimezone(BEIJING).replace(tzinfo=None), self.moment)
        elif isinstance(cell, date):
            on = local_day(cell) if isinstance(cell, datetime) else cell
            self.sheet.write_datetime(row, column, on, self.day)
        elif cell:
            self.sheet.write_string(row, column, cell, self.quoted if cell.startswith(RISKY) else self.text)
        else:
            self.sheet.write_blank(row, column, None, self.text)
