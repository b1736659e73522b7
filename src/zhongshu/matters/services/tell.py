from datetime import datetime

from django.urls import reverse

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.matters.models import Matter
from zhongshu.org import queries as org
from zhongshu.platform.notify import services as notify
from zhongshu.platform.notify.models import Weight


def tell_unit(
    matter: Matter, unit_id: int, text: str, *, url: str, at: datetime, weight: Weight = Weight.ACT
) -> int:
    """Tell those who receive for a unit today; returns to how many it went."""
    people = org.receivers(unit_id, local_day(at))
    for person in people:
        tell_person(matter, person.pk, text, url=url, at=at, weight=weight)
    return len(people)


def tell_person(
    matter: Matter, person_id: int, text: str, *, url: str, at: datetime, weight: Weight = Weight.ACT
) -> None:
    """Put a line about ``matter`` into a person's inbox; what asks for an act reaches who stands in for him, too.

    That one reads it as one line for all such matters, and from there takes the other's place.
    """
    notify.tell(person_id=person_id, subject=matter.stream, text=text, url=url, weight=weight, at=at)
    for deputy_id, absent in org.stood_in_by(person_id, local_day(at)) if weight == Weight.ACT else ():
        words = on_record("代%(absent)s办：%(text)s") % {"absent": absent, "text": text}
        notify.tell(
            person_id=deputy_id,
            subject=f"person:{person_id}",
            text=words,
            url=reverse("org:absence"),
            weight=weight,
            at=at,
        )
