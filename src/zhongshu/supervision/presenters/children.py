"""The parts of a matter, made ready for its page."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.matters.models import Matter
from zhongshu.supervision import queries
from zhongshu.supervision.models import State
from zhongshu.ui.wording import short_date


@dataclass(frozen=True, slots=True)
class Part:
    """A part as a line."""

    title: str
    url: str
    number: str
    unit: str
    due: str
    state: str
    late: bool


def parts_of(actor: Actor, directive_id: int, today: date) -> list[Part]:
    """The parts that ``actor`` may know of, in the order they were handed out."""
    return [
        Part(
            title=one.title,
            url=reverse("supervision:directive", args=[one.pk]),
            number=one.number,
            unit=str(one.lead_unit or ""),
            due=_day(one, today),
            state=str(State(one.state).label),
            late=bool(one.is_open and one.current_due and one.current_due < today),
        )
        for one in queries.parts(actor, directive_id)
    ]


def _day(matter: Matter, today: date) -> str:
    day = short_date(matter.current_due, today) if matter.current_due else ""
    return day + _("（暂定）") if day and matter.is_open and matter.due_is_provisional else day
