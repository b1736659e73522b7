from collections.abc import Iterable
from datetime import datetime

from zhongshu.kernel.made import fresh
from zhongshu.kernel.writing import insert_unless_there
from zhongshu.matters.models import Grant


def draw_in(matter_id: int, *, origin: str, given_at: datetime) -> None:
    """Who was let know at ``given_at``, because of ``origin``, knows of it no more."""
    Grant.objects.filter(matter_id=matter_id, origin=origin, at=given_at).delete()


def make_known(matter_id: int, principals: Iterable[str], *, origin: str, at: datetime) -> None:
    """Let ``principals`` ("p:5", "u:7") know of a matter; who knows already is left as he is."""
    told = dict.fromkeys(principals)
    rows = [fresh(Grant, matter_id=matter_id, principal=one, origin=origin, at=at) for one in told]
    insert_unless_there(rows)
