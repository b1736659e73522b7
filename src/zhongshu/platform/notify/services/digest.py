from collections import Counter
from datetime import date, datetime

from django.conf import settings
from django.db import transaction

from zhongshu.kernel.clock import BEIJING, local_day
from zhongshu.platform.notify import quiet
from zhongshu.platform.notify.models import Digest, Notice, Weight


def make_digests(*, at: datetime) -> int:
    """One digest for everybody for whom something waits and who has none today; how many were made.

    Nothing is made at night, on a rest day or before DIGEST_FROM, by when the morning's own
    reminders are out: it is called again.
    """
    if quiet.deliver_at(at) != at or at.astimezone(BEIJING).hour < settings.DIGEST_FROM:
        return 0
    day = local_day(at)
    waiting = Notice.objects.filter(deliver_at__lte=at, delivered_at__isnull=True, read_at__isnull=True)
    told = Digest.objects.filter(day=day).values("person_id")
    people = waiting.exclude(person_id__in=told).values_list("person_id", flat=True).distinct()
    return sum(_digest(person_id, day, at) for person_id in list(people))


@transaction.atomic
def _digest(person_id: int, day: date, at: datetime) -> bool:
    unread = Notice.objects.filter(person_id=person_id, read_at__isnull=True)
    count = Counter(unread.values_list("weight", flat=True))
    numbers = {"act": count[Weight.ACT], "watch": count[Weight.WATCH], "tell": count[Weight.TELL]}
    _, fresh = Digest.objects.get_or_create(person_id=person_id, day=day, defaults={**numbers, "made_at": at})
    if fresh:
        unread.filter(delivered_at__isnull=True, deliver_at__lte=at).update(delivered_at=at)
    return fresh
