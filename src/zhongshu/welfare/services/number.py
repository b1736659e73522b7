from datetime import datetime

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.org.models import Unit
from zhongshu.platform.numbering import services as numbering


def next_number(organ: Unit, *, actor: Actor, at: datetime) -> str:
    """The next number of the organ's services to its employees; part of a use case."""
    prefix = organ.number_prefix or organ.short_name
    series = numbering.open_series(
        f"welfare:{organ.pk}", title=f"{prefix}职工服务", pattern=f"{prefix}职服〔{{year}}〕{{n}}号"
    )
    return numbering.next_number(series, local_day(at).year, actor=actor, at=at).text
