from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.approvals import queries
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import NotFound
from zhongshu.matters import queries as matters
from zhongshu.platform.files import services as files
from zhongshu.platform.files.models import File
from zhongshu.platform.usecases.registry import use_case


@use_case("approvals.take_file")
def take_file(*, actor: Actor, matter_id: int, attachment_id: int, at: datetime) -> File:
    """Let somebody who may know of a paper have one of its files; journalled."""
    matter = queries.get(actor, matter_id).matter
    attached = next((one for one in matters.attachments(matter) if one.pk == attachment_id), None)
    if attached is None:
        raise NotFound("no_such_file", _("这份审批里没有这份文件。"), hint=_("请回到审批页，从附件里打开。"))
    files.note_download(actor=actor, file=attached.file, stream=matter.stream, at=at)
    return attached.file
