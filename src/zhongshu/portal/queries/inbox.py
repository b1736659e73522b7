"""Unread notices for the right column of the desk; the inbox itself has a page of its own."""

from dataclasses import dataclass
from datetime import date

from zhongshu.kernel.actors import Actor
from zhongshu.platform.notify.queries import newest_unread, reader
from zhongshu.ui.wording import short_moment


@dataclass(frozen=True, slots=True)
class Notice:
    """One unread notice."""

    text: str
    url: str
    when: str


def unread(actor: Actor, today: date) -> tuple[Notice, ...]:
    """The newest unread notices of whose inbox ``actor`` opens."""
    found = newest_unread(reader(actor))
    return tuple([Notice(one.text, one.url, short_moment(one.at, today)) for one in found])
