"""Tables that a page has worked out, sent to the browser."""

from django.http import FileResponse

from zhongshu.finance import services
from zhongshu.kernel.requests import Request
from zhongshu.ui.downloads import workbook


def table(request: Request, name: str, heads: list[str], rows: services.Rows) -> FileResponse:
    """A table that a page has worked out, as a workbook of that name."""
    book = services.export_table(actor=request.actor, name=name, heads=heads, rows=rows, at=request.at)
    return workbook(book, name, request.at)
