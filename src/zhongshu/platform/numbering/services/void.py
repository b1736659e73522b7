from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from zhongshu.kernel import writing
from zhongshu.kernel.actors import Actor
from zhongshu.platform.numbering.models import Issued, Series

STRUCK_OUT = ("status", "void_reason", "voided_at", "voided_by_id", "voided_by_name")


def void(number: Issued, *, reason: str, actor: Actor, at: datetime) -> Issued:
    """Strike ``number`` out with ``reason``; it keeps its place and is never given again.

    Only inside the transaction of what is withdrawn. Raises Refusal without a reason,
    Conflict when it is void already.
    """
    return void_many(number.series, [number.text], reason=reason, actor=actor, at=at)[0]


def void_many(
    series: Series, texts: Sequence[str], *, reason: str, actor: Actor, at: datetime
) -> list[Issued]:
    """The same for several numbers of ``series``, as they stand on paper, for one reason."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a number belongs to the transaction of what bears it")
    held = list(Issued.objects.select_for_update().filter(series=series, text__in=texts).order_by("n"))
    if len(held) != len(set(texts)):
        raise Issued.DoesNotExist("not all of these numbers were given")
    for one in held:
        one.void(reason=reason, by=actor, at=at)
    writing.update_alike(held, STRUCK_OUT)
    return held
