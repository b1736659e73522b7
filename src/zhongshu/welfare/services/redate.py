"""A calendar changed, of an agency or of the holidays: the dates of open cases are worked out anew."""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils.translation import gettext_noop

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.language import on_record
from zhongshu.kernel.worktime import Calendar
from zhongshu.matters import queries as matter_queries
from zhongshu.matters import services as matters
from zhongshu.matters.models import Role
from zhongshu.platform.usecases.changes import remember
from zhongshu.platform.workdays.registry import CalendarChange
from zhongshu.welfare import queries
from zhongshu.welfare.models import Case, State
from zhongshu.welfare.services import trail
from zhongshu.welfare.services.desks import date_it

HOLIDAYS = gettext_noop("节假日安排更新")


def redate_cases(cases: Iterable[Case], calendar: Calendar, *, why: str, actor: Actor, at: datetime) -> int:
    """Give each its date by the calendars as they are now; how many moved, each journalled with ``why``."""
    return sum(_redated(case, calendar, why=why, actor=actor, at=at) for case in cases)


def recompute(change: CalendarChange) -> int:
    """A table of workdays came in: part of its import, its actor, its moment (TV-15)."""
    cases = list(queries.datable())
    moved = redate_cases(cases, change.after, why=on_record(HOLIDAYS), actor=change.actor, at=change.at)
    change.step(len(cases))
    return moved


def reached(year: int) -> int:
    """How many open dates a table makes us work out."""
    return queries.datable().count()


def _redated(case: Case, calendar: Calendar, *, why: str, actor: Actor, at: datetime) -> bool:
    matter, old = case.matter, case.matter.current_due
    remember(matter)
    remember(case)
    found = _dated(case, calendar)
    if found is None or found == (old, matter.due_is_provisional):
        return False
    due, provisional = found
    if matter.due_is_provisional and matter.original_due == old:
        matter.original_due = due
    date_it(matter, due, provisional=provisional, at=at)
    matters.redate(matter, due, roles=(Role.HANDLE,))
    facts = {"old": str(old), "new": due.isoformat(), "why": why}
    trail.moved(case, actor=actor, at=at, told=due != old, **facts)
    if due != old:
        _tell_holders(case, facts, at)
    return due != old


def _dated(case: Case, calendar: Calendar) -> tuple[date, bool] | None:
    """Its date and whether that may still move; None where no calendar gives it one."""
    if case.state == State.SUBMITTED and case.submitted_on:
        return queries.answer_due(case, case.submitted_on, calendar)
    if not queries.is_dated_by_window(case) or not (found := queries.reckoned(case, calendar)):
        return None
    case.opens_on, case.closes_on = found.slot.opens, found.slot.closes
    return found.slot.due, found.slot.provisional


def _tell_holders(case: Case, facts: dict[str, str], at: datetime) -> None:
    told = on_record("%(why)s，时限由%(old)s改为%(new)s：%(title)s") % {**facts, "title": case.matter.title}
    for held in matter_queries.open_assignments(case.pk):
        if held.holder_person_id:
            matters.tell_person(case.matter, held.holder_person_id, told, url=trail.address(case), at=at)
