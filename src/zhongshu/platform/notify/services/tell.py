from datetime import datetime, timedelta

from django.conf import settings

from zhongshu.kernel.clock import now
from zhongshu.kernel.made import fresh
from zhongshu.kernel.writing import insert
from zhongshu.platform.notify.models import Outgoing, Weight
from zhongshu.platform.notify.services.deliver import deliver

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
    """Put a line on its way to a person's inbox; part of the use case it tells of, which journals.

    It leaves TAKE_BACK_SECONDS later: until then whoever told it may take it back (``recall``).
    ``subject`` names what it is about ("matter:17"): while a notice on it is unread, a further one
    is merged into it (newest words, weightiest weight, one more counted). ``url`` is a path of ours.
    """
    text = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    line = {"person_id": person_id, "subject": subject, "text": text, "url": url, "at": at}
    leaves_at = at + timedelta(seconds=settings.TAKE_BACK_SECONDS)
    if leaves_at <= now():  # nobody can take it back any more
        deliver(**line, weight=weight, urgent=urgent)  # type: ignore[arg-type]
    else:
        insert(fresh(Outgoing, **line, weight=weight, urgent=urgent, leaves_at=leaves_at))
