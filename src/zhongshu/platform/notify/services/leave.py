from datetime import datetime

from django.db import transaction

from zhongshu.platform.notify.models import Outgoing
from zhongshu.platform.notify.services.deliver import deliver

STEP = 500


def release(*, at: datetime) -> int:
    """Put into the inboxes whatever may leave by now, in the order it was told; how many lines.

    Called every few seconds by the worker, and by every tick of the jobs. Two of them share the work.
    """
    left = 0
    while step := _step(at):
        left += step
    return left


@transaction.atomic
def _step(at: datetime) -> int:
    due = Outgoing.objects.select_for_update(skip_locked=True).filter(leaves_at__lte=at).order_by("id")
    lines = list(due[:STEP])
    for line in lines:
        deliver(
            person_id=line.person_id,
            subject=line.subject,
            text=line.text,
            at=line.at,
            url=line.url,
            weight=line.weight,
            urgent=line.urgent,
        )
    Outgoing.objects.filter(pk__in=[line.pk for line in lines]).delete()
    return len(lines)


def recall(*, subject: str, told_at: datetime, at: datetime) -> int:
    """Take back what the act of ``told_at`` told about ``subject``, as far as it has not left; how many lines."""
    waiting = Outgoing.objects.filter(subject=subject, at=told_at, leaves_at__gt=at)
    deleted, _by_model = waiting.delete()
    return deleted
