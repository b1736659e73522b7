from datetime import datetime

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.org.models import Unit
from zhongshu.platform.numbering import services as numbering


def next_numbers(organ: Unit, count: int, *, actor: Actor, at: datetime) -> list[str]:
    """The next numbers of the organ's cards, without gaps; part of a use case."""
    prefix = organ.number_prefix or organ.short_name
    series = numbering.open_series(
        f"asset:{organ.pk}", title=f"{prefix}资产", pattern=f"{prefix}资〔{{year}}〕{{n}}号"
    )
    given = numbering.next_numbers(series, local_day(at).year, count, actor=actor, at=at)
    return [one.text for one in given]


def next_round(organ: Unit, *, actor: Actor, at: datetime) -> str:
    """The next number of the organ's stocktakes; part of a use case."""
    prefix = organ.number_prefix or organ.short_name
    series = numbering.open_series(
        f"stocktake:{organ.pk}", title=f"{prefix}盘点", pattern=f"{prefix}盘〔{{year}}〕{{n}}号"
    )
    return numbering.next_number(series, local_day(at).year, actor=actor, at=at).text


def next_slip(organ: Unit, *, actor: Actor, at: datetime) -> str:
    """The next number of the organ's slips of hand-over and disposal; part of a use case."""
    prefix = organ.number_prefix or organ.short_name
    series = numbering.open_series(
        f"asset_move:{organ.pk}", title=f"{prefix}资产变动", pattern=f"{prefix}资动〔{{year}}〕{{n}}号"
    )
    return numbering.next_number(series, local_day(at).year, actor=actor, at=at).text
