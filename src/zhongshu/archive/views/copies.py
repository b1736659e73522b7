"""What is carried away: a package, a file, the list. Each leaves a trace."""

from django.http import FileResponse, StreamingHttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from zhongshu.archive import queries, services
from zhongshu.archive.views.deposits import filter_form
from zhongshu.kernel.requests import Request
from zhongshu.ui.downloads import attachment, workbook


@require_safe
def package(request: Request, matter_id: int) -> StreamingHttpResponse:
    """The whole package as a zip, streamed."""
    deposit = queries.get(request.actor, matter_id)
    services.take_copy(actor=request.actor, deposit=deposit, at=request.at)
    parts = services.zipped(deposit)
    return StreamingHttpResponse(
        parts, content_type="application/zip", headers=attachment(f"{deposit.code}.zip")
    )


@require_safe
def file(request: Request, matter_id: int, order: int) -> FileResponse:
    """One file of a package."""
    deposit = queries.get(request.actor, matter_id)
    found = queries.file_of(deposit, order)
    services.take_copy(actor=request.actor, deposit=deposit, path=found.path, at=request.at)
    opened = (queries.place_of(deposit) / found.path).open("rb")
    return FileResponse(opened, as_attachment=True, filename=found.path.rpartition("/")[2])


@require_safe
def export(request: Request) -> FileResponse:
    """The list, as filtered, for Excel."""
    book = services.export_list(actor=request.actor, filters=filter_form(request).filters(), at=request.at)
    return workbook(book, _("归档目录"), request.at)
