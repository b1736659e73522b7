from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from zhongshu.kernel import writing
from zhongshu.kernel.actors import Actor
from zhongshu.matters.models import Assignment, Grant, Light, Matter, Outcome, Role, Waits
from zhongshu.matters.services.assign import finish_held
from zhongshu.matters.services.open import searchable
from zhongshu.platform.notify import services as notify
from zhongshu.platform.search import services as search


@dataclass(slots=True)
class Arrival:
    """A matter that comes in with others: not yet stored, its state already given by its kind.

    ``holders`` are the units that hold it, each in its part, while it is open; ``known_to`` further units.
    """

    matter: Matter
    holders: list[tuple[Role, int]] = field(default_factory=list)
    known_to: list[int] = field(default_factory=list)


def take_in(arrivals: Sequence[Arrival], *, actor: Actor, at: datetime) -> None:
    """Store many matters at once: known to those they concern, on the desks of their holders, findable.

    Part of a use case of the floor above, which journals each.
    """
    writing.insert_many([arrival.matter for arrival in arrivals])
    writing.insert_unnamed(
        [
            Assignment(
                matter=one.matter, role=role, holder_unit_id=unit_id, due=_due(one.matter), opened_at=at
            )
            for one in arrivals
            for role, unit_id in one.holders
        ]
    )
    seats = [f"p:{seat}" for seat in sorted(actor.seats)]
    writing.insert_unnamed(
        [
            Grant(
                matter_id=one.matter.pk,
                principal=principal,
                origin="drafted" if principal in seats else "assigned",
                at=at,
            )
            for one in arrivals
            for principal in dict.fromkeys([*seats, *(f"u:{unit}" for unit in _units(one))])
        ]
    )
    search.index_many((one.matter.pk, searchable(one.matter)) for one in arrivals)


def _due(matter: Matter) -> date:
    """The date of a matter that is held: it has one (law 1)."""
    if matter.current_due is None:
        raise ValueError("what somebody holds has a date")
    return matter.current_due


def _units(arrival: Arrival) -> list[int]:
    """The units that may know of it."""
    return [arrival.matter.unit_id, *(unit for _, unit in arrival.holders), *arrival.known_to]


def call_off(matters: Sequence[Matter], *, day: date, actor: Actor, at: datetime) -> None:
    """Store matters that should never have come in, ended alike: off all desks, out of the search and the notices.

    Part of a use case of the floor above, which has moved each to its end and journals it.
    """
    for one in matters:
        one.light, one.closed_at, one.waits_for, one.moved_on = Light.GREY, at, Waits.NONE, day
    writing.update_alike(matters, ("state", "group", "light", "closed_at", "waits_for", "moved_on"))
    finish_held(matters, actor=actor, at=at, outcome=Outcome.WITHDRAWN)
    search.remove_many([(one.pk, searchable(one)) for one in matters])
    notify.settle_many(subjects=[one.stream for one in matters], at=at)
