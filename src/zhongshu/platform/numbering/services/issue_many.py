from datetime import datetime

from django.db import transaction

from zhongshu.kernel import writing
from zhongshu.kernel.actors import Actor
from zhongshu.platform.numbering.models import Issued, Series
from zhongshu.platform.numbering.services.issue import counted


def next_numbers(series: Series | str, year: int, count: int, *, actor: Actor, at: datetime) -> list[Issued]:
    """Give the next ``count`` numbers of ``series`` in ``year``, in their order: as ``next_number``, in one go."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a number belongs to the transaction of what bears it")
    if not count:
        return []
    owner = series if isinstance(series, Series) else Series.objects.get(code=series)
    first = counted(owner, year, by=count) - count + 1
    given = [
        Issued(
            series=owner,
            year=year,
            n=n,
            text=owner.written(year, n),
            at=at,
            by_id=actor.person_id,
            by_name=actor.name,
        )
        for n in range(first, first + count)
    ]
    writing.insert_many(given)
    return given
