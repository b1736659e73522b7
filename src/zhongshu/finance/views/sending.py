"""Workbooks sent to the browser."""

from datetime import datetime
from typing import IO

from django.http import FileResponse

from zhongshu.kernel.clock import local_day
from zhongshu.ui.downloads import attachment

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook(book: IO[bytes], name: str, at: datetime) -> FileResponse:
    """``book`` as a file called ``name`` with the day of ``at``."""
    headers = attachment(f"{name}{local_day(at):%Y%m%d}.xlsx")
    return FileResponse(book, content_type=XLSX, headers=headers)
