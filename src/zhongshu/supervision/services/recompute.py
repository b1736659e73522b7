"""A new table of workdays came in: every open date is worked out again (TV-15)."""

from dataclasses import dataclass
from datetime import date

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.worktime import Calendar
from zhongshu.matters import services as matters
from zhongshu.matters.models import Group, Matter, Urgency
from zhongshu.platform.workdays.registry import CalendarChange
from zhongshu.supervision import rules
from zhongshu.supervision.models import Directive
from zhongshu.supervision.services import trail
from zhongshu.supervision.services.downwards import pull_parts_in
from zhongshu.supervision.services.due import reckoned


@dataclass(frozen=True, slots=True)
class Shift:
    """Where a date goes, and whether it may still move."""

    day: date
    provisional: bool


def recompute(change: CalendarChange) -> int:
    """Work out every open date that the table of ``change.year`` can reach; how many moved.

    A notice names no day before the December before its year, so no earlier date can move.
    Part of the import of the table: its transaction, its actor, its moment.
    """
    reached = (
        Directive.objects.select_for_update()
        .filter(matter__group=Group.OPEN, matter__current_due__gte=date(change.year - 1, 12, 1))
        .select_related("matter")
        .order_by("pk")
    )
    moved = sum(_move(directive, change) for directive in reached.iterator(chunk_size=500))
    pull_parts_in(actor=change.actor, at=change.at)
    return moved


def _move(directive: Directive, change: CalendarChange) -> int:
    matter = directive.matter
    shift = shifted(directive, change)
    old = matter.current_due
    matter.due_is_provisional = shift.provisional
    if shift.day == old:
        matter.save(update_fields=["due_is_provisional"])
        return 0
    if not matter.long_term and matter.original_due == old:
        matter.original_due = shift.day
    matter.current_due = shift.day
    matter.light = matters.light_on(local_day(change.at), shift.day)
    matters.redate(matter, shift.day)
    trail.keep(
        directive,
        "recomputed",
        actor=change.actor,
        at=change.at,
        old=str(old),
        new=shift.day.isoformat(),
        number=matter.number,
        notice=change.notice,
    )
    _tell(directive, matter, shift.day, change)
    return 1


def shifted(directive: Directive, change: CalendarChange) -> Shift:
    """Where the date of ``directive`` goes by the new calendar.

    Only a date that the calendar itself had given moves, and its original goes with it: it was
    provisional. A day that a person gave, or an extension granted, stands, and so does that of a
    long-term matter, which follows its reporting round.
    """
    matter, after = directive.matter, change.after
    assert matter.current_due is not None and matter.opened_at is not None
    standing = Shift(matter.current_due, after.is_provisional(matter.current_due))
    if matter.long_term:  # it follows its reporting round, see redate_rounds
        return standing
    if matter.stopped_on is not None:
        return standing
    if matter.current_due != matter.original_due:
        return _run_on(directive, after) or standing
    if directive.due_given:
        return standing
    was, now = (
        reckoned(
            calendar,
            rule=directive.deadline_rule,
            cycle=directive.cycle,
            origin=directive.origin,
            urgent=matter.urgency > Urgency.NORMAL,
            today=local_day(matter.opened_at),
        )
        for calendar in (change.before, after)
    )
    return Shift(now.day, now.provisional) if was.day == matter.current_due else standing


def _run_on(directive: Directive, after: Calendar) -> Shift | None:
    """Where a date goes that followed from what was left when the clock ran on; None for any other."""
    stopped = directive.suspensions.filter(new_due=directive.matter.current_due).order_by("pk").last()
    if stopped is None or stopped.resumed_on is None or stopped.days_left is None:
        return None
    day = rules.T_09_resumed_due(stopped.resumed_on, stopped.days_left, after)
    stopped.new_due = day
    stopped.save(update_fields=["new_due"])
    return Shift(day, after.is_provisional(day))


def _tell(directive: Directive, matter: Matter, day: date, change: CalendarChange) -> None:
    if matter.lead_unit_id is None:
        return
    told = on_record("按新公布的放假安排，办结时限改为%(day)s：%(title)s") % {
        "day": day,
        "title": matter.title,
    }
    matters.tell_unit(matter, matter.lead_unit_id, told, url=trail.address(directive), at=change.at)
