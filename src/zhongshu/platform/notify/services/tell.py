from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import F
from django.db.models.functions import Least

from zhongshu.platform.notify import quiet
from zhongshu.platform.notify.models import Notice, Weight

_LONGEST = 300


def tell(
    *,
    person_id: int,
    subject: str,
    text: str,
    at: datetime,
    url: str = "",
    weight: Weight = Weight.ACT,
    urgent: bool = False,
) -> None:
    """Put a line into a person's inbox; part of the use case it tells of, which journals.

    ``subject`` names what it is about ("matter:17"): while a notice on it is unread, a further one
    is merged into it (newest words, weightiest weight, one more counted). ``url`` is a path of ours.
    """
    text = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
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


def _merged(person_id: int, subject: str, weight: Weight, new: dict[str, object]) -> bool:
    unread = Notice.objects.filter(person_id=person_id, subject=subject, read_at__isnull=True)
    merged = {"merged": F("merged") + 1, "weight": Least(F("weight"), weight.value)}
    return bool(unread.update(**new, **merged))
