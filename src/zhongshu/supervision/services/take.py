from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import NotFound
from zhongshu.matters import services as matters
from zhongshu.platform.files import services as files
from zhongshu.platform.files.models import File
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import queries


@use_case("supervision.take_file")
def take_file(*, actor: Actor, directive_id: int, attachment_id: int, at: datetime) -> File:
    """Let somebody who may know of the matter have one of its files; journalled (law 4)."""
    matter = queries.get(actor, directive_id).matter
    return matters.take_attached(matter, attachment_id, actor=actor, at=at)


@use_case("supervision.take_source")
def take_source(*, actor: Actor, intake_id: int, at: datetime) -> File:
    """Let a supervisor have the file that an intake was read from; journalled."""
    intake = queries.intake_for(actor, intake_id)
    if intake.file is None:
        raise NotFound("no_such_file", _("这份材料是粘贴的，没有文件。"))
    files.note_download(actor=actor, file=intake.file, stream=f"intake:{intake.pk}", at=at)
    return intake.file
