"""Files: bring one in, name it in a deed, take one of a matter away."""

from django.http import FileResponse
from django.utils.translation import gettext_noop
from ninja import File, Router
from ninja.files import UploadedFile
from ninja.responses import Status

from zhongshu.api import tellings
from zhongshu.api.auth import common
from zhongshu.api.schemas import told
from zhongshu.kernel.requests import Request
from zhongshu.platform.files import services as files
from zhongshu.supervision import services

router = Router(tags=[gettext_noop("文件")])


@router.post("/files", response={201: told.File}, summary=gettext_noop("上传文件"))
def upload(request: Request, file: File[UploadedFile]) -> Status[told.File]:
    """Looked through, then kept once under its digest; refused if it bears a secrecy mark."""
    stored = files.store(stream=file, name=file.name or "", **common(request))
    return Status(201, tellings.file(stored))


@router.get("/directives/{directive_id}/files/{attachment_id}", summary=gettext_noop("下载附件"))
def download(request: Request, directive_id: int, attachment_id: int) -> FileResponse:
    """One file of a matter; the download is written into its journal."""
    taken = services.take_file(
        actor=request.actor, directive_id=directive_id, attachment_id=attachment_id, at=request.at
    )
    return files.serve(taken)
