from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import NotFound
from zhongshu.matters import queries as matters
from zhongshu.platform.files import services as files
from zhongshu.platform.files.models import File
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import queries


@use_case("supervision.take_file")
def take_file(*, actor: Actor, directive_id: int, attachment_id: int, at: datetime) -> File:
    """Let somebody who may know of the matter have one of its files; journalled (law 4)."""
    matter = queries.get(actor, directive_id).matter
    attached = next((one for one in matters.attachments(matter) if one.pk == attachment_id), None)
    if attached is None:
        raise NotFound("no_such_file", _("这件事里没有这份文件。"), hint=_("请回到事项页，从附件里打开。"))
    files.note_download(actor=actor, file=attached.file, stream=matter.stream, at=at)
    return attached.file


@use_case("supervision.take_source")
def take_source(*, actor: Actor, intake_id: int, at: datetime) -> File:
    """Let a supervisor have the file that an intake was read from; journalled."""
    intake = queries.intake_for(actor, intake_id)
    if intake.file is None:
        raise NotFound("no_such_file", _("这份材料是粘贴的，没有文件。"))
    files.note_download(actor=actor, file=intake.file, stream=f"intake:{intake.pk}", at=at)
    return intake.file
