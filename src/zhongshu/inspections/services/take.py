from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.inspections import queries
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import NotFound
from zhongshu.matters import queries as matters
from zhongshu.platform.files import services as files
from zhongshu.platform.files.models import File
from zhongshu.platform.usecases.registry import use_case


@use_case("inspections.take_file")
def take_file(*, actor: Actor, matter_id: int, attachment_id: int, at: datetime) -> File:
    """Let somebody who may know of an inspection have one of its files; journalled."""
    matter = queries.inspection(actor, matter_id).matter
    attached = next((one for one in matters.attachments(matter) if one.pk == attachment_id), None)
    if attached is None:
        raise NotFound("no_such_file", _("这次督查里没有这份文件。"))
    files.note_download(actor=actor, file=attached.file, stream=matter.stream, at=at)
    return attached.file


@use_case("inspections.take_designation")
def take_designation(*, actor: Actor, designation_id: int, at: datetime) -> File:
    """Likewise of the paper by which a department was designated."""
    one = queries.designation(actor, designation_id)
    files.note_download(actor=actor, file=one.file, stream=one.stream, at=at)
    return one.file
