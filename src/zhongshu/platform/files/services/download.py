from collections.abc import Callable
from datetime import datetime
from typing import Any
from urllib.parse import quote

from django.http import FileResponse
from django.views.decorators.http import require_GET

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.requests import Request
from zhongshu.platform.files.models import File
from zhongshu.platform.files.queries import open_for
from zhongshu.platform.journal import services as journal

SHOWN_INLINE = frozenset({"application/pdf", "image/png", "image/jpeg"})


def note_download(*, actor: Actor, file: File, stream: str, at: datetime) -> None:
    """Write that ``actor`` took ``file`` away, into the ``stream`` of what it is attached to (law 4, C-11).

    Call it in the use case by which the floor above lets somebody have the file.
    """
    facts = {"file": file.pk, "name": file.name, "sha256": file.blob.sha256}
    journal.record(stream=stream, verb="files.downloaded", actor=actor, at=at, data=facts)


def serve(file: File, *, inline: bool = False) -> FileResponse:
    """The file as an answer, streamed; a browser may neither guess its type nor run anything in it.

    ``inline`` shows PDF and pictures in the page; all else is always an attachment.
    """
    shown = inline and file.blob.media_type in SHOWN_INLINE
    response = FileResponse(open_for(file), content_type=file.blob.media_type)
    response["Content-Length"] = str(file.blob.size)
    disposition = "inline" if shown else "attachment"
    response["Content-Disposition"] = f"{disposition}; filename*=UTF-8''{quote(file.name, safe='')}"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    if not shown:
        response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def serving(take: Callable[..., File]) -> Callable[..., FileResponse]:
    """The address of files: whoever the use case ``take`` lets have one gets it, with ``?inline`` shown in the page.

    The address gives the other arguments of ``take``.
    """

    @require_GET
    def file(request: Request, **named: Any) -> FileResponse:
        return serve(take(actor=request.actor, at=request.at, **named), inline="inline" in request.GET)

    return file
