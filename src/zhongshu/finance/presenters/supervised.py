"""What of money is seen through as a supervised matter: which, how it stands, until when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from zhongshu.finance.models import Outlay
from zhongshu.matters.models import Matter
from zhongshu.matters.registry import kind_called
from zhongshu.ui.wording import short_date


@dataclass(frozen=True, slots=True)
class Seen:
    """One supervised matter; ``shape`` draws its ``word``."""

    url: str
    number: str
    title: str
    word: str
    shape: str
    until: str


def seen_through(found: Iterable[Matter], today: date) -> list[Seen]:
    """Each with its state in a word, and its date while it is open."""
    return [_seen(one, today) for one in found]


def _seen(one: Matter, today: date) -> Seen:
    kind = kind_called(one.kind)
    due = one.current_due if one.is_open else None
    until = _("%(day)s前") % {"day": short_date(due, today)} if due else ""
    shape = "doing" if one.is_open else "done"
    return Seen(kind.address(one.pk), one.number, one.title, str(kind.state(one.state)), shape, until)


def sheet_address(one: Outlay) -> str:
    """The sheet on which it is docketed, filled in with the meeting that decided, where one has."""
    told = {"about_id": str(one.pk), "task": one.matter.title, "origin": "key_work"}
    decision = one.decision
    if decision is not None:
        told |= {"origin": "meeting", "source_title": decision.meeting, "source_date": f"{decision.held_on}"}
        told["basis"] = f"{decision.meeting} {decision.item}"[:200]
    return f"{reverse('supervision:new')}?{urlencode(told)}"
