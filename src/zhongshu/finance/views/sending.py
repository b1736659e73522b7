"""Workbooks sent to the browser."""

from datetime import datetime
from typing import IO

from django.http import FileResponse

from zhongshu.finance import services
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.ui.downloads import attachment

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook(book: IO[bytes], name: str, at: datetime) -> FileResponse:
    """``book`` as a file called ``name`` with the day of ``at``."""
    headers = attachment(f"{name}{local_day(at):%Y%m%d}.xlsx")
    return FileResponse(book, content_type=XLSX, headers=headers)


def table(request: Request, name: str, heads: list[str], rows: services.Rows) -> FileResponse:
    """A table that a page has worked out, as a workbook of that name."""
    book = services.export_table(actor=request.actor, name=name, heads=heads, rows=rows, at=request.at)
    return workbook(book, name, request.at)
