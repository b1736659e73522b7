from collections.abc import Iterable
from datetime import datetime

from zhongshu.matters.models import Grant


def make_known(matter_id: int, principals: Iterable[str], *, origin: str, at: datetime) -> None:
    """Let ``principals`` ("p:5", "u:7") know of a matter; who knows already is left as he is."""
    Grant.objects.bulk_create(
        (
            Grant(matter_id=matter_id, principal=one, origin=origin, at=at)
            for one in dict.fromkeys(principals)
        ),
        ignore_conflicts=True,
    )
