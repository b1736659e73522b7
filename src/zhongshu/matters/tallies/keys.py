"""Under which totals a matter stands."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from zhongshu.matters.models import Group, Measure

EPOCH = date(1, 1, 1)
NEVER = date(9999, 12, 31)  # the date of an open matter whose clock stands


class Key(NamedTuple):
    """One total of one kind of matter in one organ."""

    measure: str
    unit_id: int
    code: str
    day: date


class Cell(NamedTuple):
    """As much of a matter as totals look at; the order is that of the columns of ``TallyChange``."""

    measure: str
    unit_id: int
    group: int
    state: str
    waits_for: str
    due: date | None
    opened: date | None
    closed: date | None


def keys_of(cell: Cell) -> Iterator[Key]:
    """The totals that ``cell`` is part of."""
    if cell.measure:
        yield Key(cell.measure, cell.unit_id, cell.state, cell.due or EPOCH)
        return
    if cell.group == Group.OPEN:
        due = cell.due or NEVER
        yield Key(Measure.DUE_DAY, cell.unit_id, "", due)
        yield Key(Measure.DUE_MONTH, cell.unit_id, "", month_of(due))
        yield Key(Measure.WAIT_DAY, 0, cell.waits_for, due)
        yield Key(Measure.WAIT_MONTH, 0, cell.waits_for, month_of(due))
        yield Key(Measure.STATE, 0, cell.state, EPOCH)
    if cell.opened and (
        cell.group == Group.OPEN or cell.closed
    ):  # ended nobody knows when: was not opened here
        yield Key(Measure.OPENED, 0, "", monday_of(cell.opened))
    if cell.group == Group.CLOSED and cell.closed:
        yield Key(Measure.ENDED, 0, "", monday_of(cell.closed))
        yield Key(Measure.ENDED_MONTH, 0, "", month_of(cell.closed))


def monday_of(day: date) -> date:
    """The Monday of the week of ``day``."""
    return day - timedelta(days=day.weekday())


def month_of(day: date) -> date:
    """The first of the month of ``day``."""
    return day.replace(day=1)
