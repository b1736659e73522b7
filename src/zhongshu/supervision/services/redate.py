"""A new table of workdays came in: the reporting rounds still to come are planned again (TV-15)."""

from datetime import date

from zhongshu.kernel.clock import local_day
from zhongshu.matters import services as matters
from zhongshu.matters.models import Group, Role
from zhongshu.platform.workdays.registry import CalendarChange
from zhongshu.supervision import queries
from zhongshu.supervision.models import Cycle, Round
from zhongshu.supervision.services import trail


def redate_rounds(change: CalendarChange) -> int:
    """Plan every round of a cycle that is not due yet by the new table; how many moved.

    A milestone stands: a person gave its day. A long-term matter follows its round. Part of the import of
    the table: its transaction, its actor, its moment.
    """
    today = local_day(change.at)
    reached = (
        Round.objects.select_for_update(of=("self",))
        .filter(queries.PENDING, name="", due__gte=max(today, date(change.year - 1, 12, 1)))
        .filter(directive__matter__group=Group.OPEN)
        .select_related("directive__matter")
        .order_by("pk")
    )
    return sum(_move(one, change, today) for one in reached.iterator(chunk_size=500))


def _move(one: Round, change: CalendarChange, today: date) -> int:
    directive = one.directive
    kept = directive.rounds.exclude(pk=one.pk).filter(queries.KEPT, nominal__lt=one.nominal)
    last = max(kept.values_list("nominal", flat=True), default=None)
    since = directive.cycle_since or today
    after = max(since, last) if last else since
    planned = queries.plan(directive, after, change.after, first=after == since)
    if directive.cycle == Cycle.MILESTONE or planned.due == one.due or planned.due < today:
        return 0
    old, one.due, one.nominal = one.due, planned.due, planned.nominal
    one.opens_on = min(one.opens_on, one.due) if one.opened_at else planned.opens_on
    one.save(update_fields=["due", "nominal", "opens_on"])
    matter = directive.matter
    roles: tuple[Role, ...] = (Role.REPORT,)
    if matter.long_term and matter.current_due == old:
        matter.current_due, roles = one.due, (*roles, Role.LEAD, Role.SUPPORT)
        matter.due_is_provisional = change.after.is_provisional(one.due)
        matter.light = matters.light_on(today, one.due)
        matter.save(update_fields=["current_due", "due_is_provisional", "light"])
    matters.redate(matter, one.due, roles=roles)
    facts = {
        "old": old.isoformat(),
        "new": one.due.isoformat(),
        "notice": change.notice,
        "number": matter.number,
    }
    trail.record(directive, "round_redated", actor=change.actor, at=change.at, **facts)
    return 1
