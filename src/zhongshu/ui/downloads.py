"""What is saved to disk rather than shown."""

from datetime import datetime
from typing import IO
from urllib.parse import quote

from django.http import FileResponse

from zhongshu.kernel.clock import local_day

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def attachment(name: str) -> dict[str, str]:
    """The header by which a browser saves the answer as ``name``, Chinese or not (RFC 6266)."""
    return {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}


def workbook(book: IO[bytes], name: str, at: datetime) -> FileResponse:
    """``book`` as a file called ``name`` with the day of ``at``."""
    headers = attachment(f"{name}{local_day(at):%Y%m%d}.xlsx")
    return FileResponse(book, content_type=XLSX, headers=headers)
