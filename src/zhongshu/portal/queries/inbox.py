"""Unread notices for the right column of the desk; the inbox itself has a page of its own."""

from dataclasses import dataclass
from datetime import date

from zhongshu.kernel.actors import Actor
from zhongshu.platform.notify.models import Notice
from zhongshu.platform.notify.queries import reader
from zhongshu.ui.wording import short_moment

SHOWN = 4


@dataclass(frozen=True, slots=True)
class Told:
    """One unread notice."""

    text: str
    url: str
    when: str


def unread(actor: Actor, today: date) -> list[Told]:
    """The newest unread notices of whose inbox ``actor`` opens."""
    found = Notice.objects.filter(person_id=reader(actor), read_at__isnull=True).order_by("-at")[:SHOWN]
    return [Told(one.text, one.url, short_moment(one.at, today)) for one in found]
