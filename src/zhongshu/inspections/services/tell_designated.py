from datetime import datetime

from django.urls import reverse

from zhongshu.inspections.models import Designation
from zhongshu.kernel.clock import local_day
from zhongshu.org import queries as org
from zhongshu.platform.notify import services as notify
from zhongshu.platform.notify.models import Weight


def tell_designated(one: Designation, words: str, *, at: datetime) -> None:
    """The department hears what became of its designation."""
    url = reverse("inspections:designations")
    for person in org.receivers(one.unit_id, local_day(at)):
        notify.tell(person_id=person.pk, subject=one.stream, text=words, url=url, at=at, weight=Weight.TELL)
