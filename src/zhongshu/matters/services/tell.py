from datetime import datetime

from zhongshu.kernel.clock import local_day
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
    """Put a line about ``matter`` into a person's inbox."""
    notify.tell(person_id=person_id, subject=matter.stream, text=text, url=url, weight=weight, at=at)
