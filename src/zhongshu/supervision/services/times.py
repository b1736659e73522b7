"""Where the time of a matter went: working days of each stage, from who held it when."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.worktime import Calendar
from zhongshu.matters import services as matters
from zhongshu.matters.models import Assignment, Measure, Role
from zhongshu.matters.tallies import Key, month_of
from zhongshu.supervision.models import KIND, STAGE_STATES, Directive

STAGES = tuple(STAGE_STATES)
Piece = tuple[str, datetime, datetime]


def take_times(directive: Directive, calendar: Calendar) -> None:
    """Write down how long each stage took, now that it is closed out, and count it among the others.

    A stage gone through again, as after a return, counts again; whoever calls saves the directive.
    """
    days: Counter[str] = Counter(dict.fromkeys(STAGES, 0))
    for held in Assignment.objects.filter(matter_id=directive.pk, done_at__isnull=False):
        for stage, since, until in _pieces(held, directive):
            days[stage] += max(0, calendar.count(local_day(since), local_day(until)))
    matter = directive.matter
    assert matter.closed_at is not None
    month = month_of(local_day(matter.closed_at))
    for stage in STAGES:
        setattr(directive, f"took_{stage}", days[stage])
    keys = {Key(Measure.TOOK, 0, stage, month): days[stage] for stage in STAGES}
    matters.note(matter.organ_id, KIND, keys)


def _pieces(held: Assignment, directive: Directive) -> Iterator[Piece]:
    assert held.done_at is not None
    if held.role == Role.LEAD:
        received = held.received_at or held.opened_at if held.holder_person_id else held.done_at
        yield "signing", held.opened_at, received
        yield "undertaking", received, held.done_at
    elif held.role == Role.VERIFY:
        yield "verification", held.opened_at, held.done_at
    elif held.role == Role.HANDLE:
        done = directive.completed_at
        stage = "closure" if done and held.opened_at >= done else "docketing"
        yield stage, held.opened_at, held.done_at
