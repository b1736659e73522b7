from dataclasses import dataclass
from datetime import date, datetime

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.writing import insert
from zhongshu.matters.models import Group, Importance, Matter, Sensitivity, Urgency, Waits
from zhongshu.matters.services.know import make_known
from zhongshu.matters.services.reckon import light_on
from zhongshu.org.models import Unit
from zhongshu.platform.search import services as search


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What a matter is opened with; ``due`` is the day by whose end it must be done.

    ``known_to_unit``  whether everybody of its ``unit`` knows of it; not where it is personal.
    """

    kind: str
    state: str
    title: str
    body: str
    organ_id: int
    unit: Unit
    due: date
    due_is_provisional: bool = False
    long_term: bool = False
    lead_unit_id: int | None = None
    parent_id: int | None = None
    urgency: int = Urgency.NORMAL
    importance: int = Importance.NORMAL
    sensitivity: int = Sensitivity.INTERNAL
    known_to_unit: bool = True


def open_matter(opening: Opening, *, number: str, actor: Actor, at: datetime) -> Matter:
    """Store a new open matter, make it known to its drafter and unit, and make it findable.

    Part of a use case of the floor above, which journals it and gives it a first holder.
    """
    matter = Matter(
        kind=opening.kind,
        state=opening.state,
        group=Group.OPEN,
        number=number,
        title=opening.title,
        body=opening.body,
        urgency=opening.urgency,
        importance=opening.importance,
        sensitivity=opening.sensitivity,
        organ_id=opening.organ_id,
        unit=opening.unit,
        drafter_id=actor.in_name_of,
        lead_unit_id=opening.lead_unit_id,
        parent_id=opening.parent_id,
        original_due=opening.due,
        current_due=opening.due,
        due_is_provisional=opening.due_is_provisional,
        long_term=opening.long_term,
        light=light_on(local_day(at), opening.due),
        opened_at=at,
        waits_for=Waits.OFFICE,
        moved_on=local_day(at),
    )
    insert(matter)
    known_to = [f"u:{opening.unit.pk}"] if opening.known_to_unit else []
    known_to += [f"p:{seat}" for seat in sorted(actor.seats)]
    make_known(matter.pk, known_to, origin="drafted", at=at)
    search.index(matter.pk, searchable(matter), old=None)
    return matter


def searchable(matter: Matter) -> str:
    """The text under which a matter is found."""
    return f"{matter.number}\n{matter.title}\n{matter.body}"
