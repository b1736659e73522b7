from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import F
from django.db.models.functions import Least

from zhongshu.platform.notify import quiet
from zhongshu.platform.notify.models import Notice


def deliver(
    *, person_id: int, subject: str, text: str, at: datetime, url: str, weight: int, urgent: bool
) -> None:
    """Put a line into an inbox: merged into the unread one about the same subject, if there is one."""
    new = {"text": text, "url": url, "at": at}
    knock = quiet.deliver_at(at, urgent=urgent)
    if _merged(person_id, subject, weight, new):
        return
    try:
        with transaction.atomic():
            Notice.objects.create(
                person_id=person_id, subject=subject, weight=weight, deliver_at=knock, **new
            )
    except IntegrityError:  # another transaction told the same person of it in this very moment
        _merged(person_id, subject, weight, new)


def _merged(person_id: int, subject: str, weight: int, new: dict[str, object]) -> bool:
    unread = Notice.objects.filter(person_id=person_id, subject=subject, read_at__isnull=True)
    merged = {"merged": F("merged") + 1, "weight": Least(F("weight"), weight)}
    return bool(unread.update(**new, **merged))
