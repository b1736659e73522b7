from datetime import datetime

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.org.models import Unit
from zhongshu.platform.numbering import services as numbering


def next_number(organ: Unit, *, actor: Actor, at: datetime, conclusion: bool = False) -> str:
    """The next number of the organ's inspections, or of its conclusions; part of a use case."""
    prefix, word = organ.number_prefix or organ.short_name, "督结" if conclusion else "督查"
    series = numbering.open_series(
        f"{'conclusion' if conclusion else 'inspection'}:{organ.pk}",
        title=f"{prefix}{word}",
        pattern=f"{prefix}{word}〔{{year}}〕{{n}}号",
    )
    return numbering.next_number(series, local_day(at).year, actor=actor, at=at).text
