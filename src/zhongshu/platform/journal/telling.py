"""The journal as people read it: entries as lines of the timeline, each in its registered sentence."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from zhongshu.kernel.clock import BEIJING
from zhongshu.platform.journal.models import Entry
from zhongshu.platform.journal.sentences import wording
from zhongshu.ui.parts import Event
from zhongshu.ui.wording import short_moment


def events(entries: Iterable[Entry], today: date) -> list[Event]:
    """One line for each entry, in the order given; who acted for somebody is shown with both names."""
    return [_event(entry, today) for entry in entries]


def _event(entry: Entry, today: date) -> Event:
    told = wording(entry.verb)
    who = entry.actor_name
    if entry.acting_for_name:
        who = _("%(name)s（代%(absent)s）") % {"name": who, "absent": entry.acting_for_name}
    at = entry.at.astimezone(BEIJING)
    moment = short_moment(at, today)
    return Event(who, told.sentence(entry.facts), at.isoformat(), moment, told.icon, told.tone)
