"""What a number of the board counts: conditions that lead from it to exactly those rows of the ledger."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.lookups import GreaterThanOrEqual

from zhongshu.kernel.among import Probed
from zhongshu.kernel.clock import BEIJING
from zhongshu.matters.models import Group, Matter, Waits
from zhongshu.supervision.models import STAGE_STATES

TOGETHER = {
    Waits.SUPERIOR.value: (Waits.SUPERIOR, Waits.DECISION),
    Waits.UNDER_WAY.value: (Waits.UNDER_WAY, Waits.NONE, Waits.STOPPED),
}

EVER = (0, 32767)
"""Any number of days: told as a range, which makes SQLite read the index of the stage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Conditions of the board; all of them live in the address.

    ``rest``         due later than soon, or with its clock stopped.
    ``waits``        what an open matter waits for; a leader's decision counts as a superior's.
    ``opened_from``  with ``opened_to``: opened on these days, open or closed now; not those of an old ledger
                     that had ended before, nobody knows when.
    ``in_hand_on``   open at the end of that day, whatever became of it since.
    ``timed``        closed, and it is known how long each stage took.
    ``lingered``     the same, those that were longest in this stage first.
    ``imported``     came in by this import of a ledger.
    ``returned``     verification sent it back at least once.
    ``stage``        open, and in one of the states of this stage.
    """

    rest: bool = False
    waits: str = ""
    opened_from: date | None = None
    opened_to: date | None = None
    in_hand_on: date | None = None
    ended_to: date | None = None
    timed: bool = False
    lingered: str = ""
    stage: str = ""
    returned: bool = False
    imported: int | None = None

    @property
    def whatever_became(self) -> bool:
        """Whether open and closed ones stand side by side."""
        return any((self.opened_from, self.opened_to, self.in_hand_on))


def kept(found: QuerySet[Matter], counted: Counted, edge: date) -> QuerySet[Matter]:
    """``found``, narrowed by ``counted``; ``edge`` is the last date that is soon."""
    for wanted in _wanted(counted, edge):
        found = found.filter(wanted)
    return found


def in_stage(stage: str, *, walked: bool) -> Q:
    """Of which it is known how long they were in ``stage``; ``walked``: read in the order of that, from its index."""
    took = f"directive__took_{stage}"
    return Q(**{f"{took}__range": EVER}) if walked else Q(GreaterThanOrEqual(Probed(took), 0))


def morning_of(day: date) -> datetime:
    """When the day begins in Beijing."""
    return datetime.combine(day, time(), BEIJING)


def _wanted(counted: Counted, edge: date) -> list[Q]:
    wanted: list[Q] = []
    if counted.rest:
        wanted.append(Q(group=Group.OPEN) & (Q(current_due__gt=edge) | Q(stopped_on__isnull=False)))
    if counted.waits:
        wanted.append(Q(waits_for__in=TOGETHER.get(counted.waits, (counted.waits,))))
    if counted.in_hand_on:
        night = _night(counted.in_hand_on)
        wanted.append(Q(opened_at__lt=night) & (Q(group=Group.OPEN) | Q(closed_at__gte=night)))
    if counted.timed:
        wanted.append(Q(directive__took_closure__isnull=False))
    if counted.imported is not None:
        wanted.append(Q(imported_as__ledger_import=counted.imported))
    if counted.returned:
        wanted.append(Q(directive__returns__gt=0))
    if counted.stage:
        wanted.append(Q(group=Group.OPEN, state__in=STAGE_STATES.get(counted.stage, ())))
    if counted.opened_from or counted.opened_to:
        wanted.append(Q(group=Group.OPEN) | Q(closed_at__isnull=False))
    return wanted + _moments(counted)


def _moments(counted: Counted) -> list[Q]:
    found: dict[str, Any] = {}
    if counted.opened_from:
        found["opened_at__gte"] = morning_of(counted.opened_from)
    if counted.opened_to:
        found["opened_at__lt"] = _night(counted.opened_to)
    if counted.ended_to:
        found["closed_at__lt"] = _night(counted.ended_to)
    return [Q(**found)] if found else []


def _night(day: date) -> datetime:
    return morning_of(day + timedelta(days=1))
