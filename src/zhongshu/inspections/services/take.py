from datetime import datetime

from zhongshu.inspections import queries
from zhongshu.kernel.actors import Actor
from zhongshu.matters import services as matters
from zhongshu.platform.files import services as files
from zhongshu.platform.files.models import File
from zhongshu.platform.usecases.registry import use_case


@use_case("inspections.take_file")
def take_file(*, actor: Actor, matter_id: int, attachment_id: int, at: datetime) -> File:
    """Let somebody who may know of an inspection have one of its files; journalled."""
    matter = queries.inspection(actor, matter_id).matter
    return matters.take_attached(matter, attachment_id, actor=actor, at=at)


@use_case("inspections.take_designation")
def take_designation(*, actor: Actor, designation_id: int, at: datetime) -> File:
    """Likewise of the paper by which a department was designated."""
    one = queries.designation(actor, designation_id)
    files.note_download(actor=actor, file=one.file, stream=one.stream, at=at)
    return one.file
