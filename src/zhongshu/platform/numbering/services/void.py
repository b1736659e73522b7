from datetime import datetime

from django.db import transaction

from zhongshu.kernel.actors import Actor
from zhongshu.platform.numbering.models import Issued


def void(number: Issued, *, reason: str, actor: Actor, at: datetime) -> Issued:
    """Strike ``number`` out with ``reason``; it keeps its place and is never given again.

    Only inside the transaction of what is withdrawn. Raises Refusal without a reason,
    Conflict when it is void already.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a number belongs to the transaction of what bears it")
    held = Issued.objects.select_for_update().get(pk=number.pk)
    held.void(reason=reason, by=actor, at=at)
    return held
