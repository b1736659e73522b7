"""A new table of workdays came in: the reporting rounds still to come are planned again (TV-15)."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.urls import reverse

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.matters import queries as matter_queries
from zhongshu.matters import services as matters
from zhongshu.matters.models import Group, Matter, Role
from zhongshu.org import queries as org
from zhongshu.platform.notify import services as notify
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
    moved = [one for one in reached.iterator(chunk_size=500) if _moves(one, change, today)]
    _tell_holders(moved, change)
    return len(moved)


def _tell_holders(moved: Iterable[Round], change: CalendarChange) -> None:
    """Whoever is to report reads one line, however many of his rounds moved (rule D-26)."""
    theirs: dict[int, list[Round]] = defaultdict(list)
    for one in moved:
        for person_id in _holders(one.directive.matter, local_day(change.at)):
            theirs[person_id].append(one)
    for person_id, some in theirs.items():
        matter, alone = some[0].directive.matter, len(some) == 1
        facts = {"day": some[0].due, "title": matter.title, "n": len(some)}
        single = on_record("按新公布的放假安排，本期回告改为%(day)s：%(title)s") % facts
        several = on_record("按新公布的放假安排，您经办的 %(n)s 件事项本期回告的日期有调整") % facts
        notify.tell(
            person_id=person_id,
            subject=f"workdays:{change.year}:rounds",  # not the matter's: its date may be told of beside this
            text=single if alone else several,
            url=trail.address(some[0].directive) if alone else f"{reverse('supervision:ledger')}?scope=ours",
            at=change.at,
        )


def _holders(matter: Matter, today: date) -> set[int]:
    """Who handles it for the lead unit, or receives for the unit while nobody does."""
    people: set[int] = set()
    for held in matter_queries.open_assignments(matter.pk):
        if held.role in (Role.LEAD, Role.REPORT) and held.holder_person_id:
            people.add(held.holder_person_id)
        elif held.role in (Role.LEAD, Role.REPORT) and held.holder_unit_id:
            people |= {one.pk for one in org.receivers(held.holder_unit_id, today)}
    return people


def _moves(one: Round, change: CalendarChange, today: date) -> bool:
    directive = one.directive
    kept = directive.rounds.exclude(pk=one.pk).filter(queries.KEPT, nominal__lt=one.nominal)
    last = max(kept.values_list("nominal", flat=True), default=None)
    since = directive.cycle_since or today
    after = max(since, last) if last else since
    planned = queries.plan(directive, after, change.after, first=after == since)
    if directive.cycle == Cycle.MILESTONE or planned.due == one.due or planned.due < today:
        return False
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
    return True
