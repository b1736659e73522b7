from datetime import datetime

from zhongshu.assets import queries
from zhongshu.kernel.actors import Actor
from zhongshu.matters import services as matters
from zhongshu.platform.files.models import File
from zhongshu.platform.usecases.registry import use_case


@use_case("assets.take_file")
def take_file(*, actor: Actor, matter_id: int, attachment_id: int, at: datetime) -> File:
    """Let somebody who may know of a stocktake have its report; journalled."""
    matter = queries.stocktake(actor, matter_id).matter
    return matters.take_attached(matter, attachment_id, actor=actor, at=at)
