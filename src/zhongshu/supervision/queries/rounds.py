"""Reporting rounds: the one to be reported now, all of a matter, and the matters whose rounds must be moved on."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from zhongshu.kernel.prepared import prepared
from zhongshu.kernel.worktime import Calendar
from zhongshu.matters.models import Group
from zhongshu.supervision import rules
from zhongshu.supervision.models import Cycle, Directive, Round, State
from zhongshu.supervision.rules import cycles

LIVE = (State.DISPATCHED, State.UNDERTAKING)  # with those who carry it out
PENDING = Q(reported_at__isnull=True, ended_at__isnull=True)
KEPT = Q(ended_at__isnull=True) | Q(missed_at__isnull=False)  # not cut short with its matter


def rounds(directive: Directive) -> list[Round]:
    """All rounds of a matter that the caller may see, the latest first; those cut short with it left out."""
    return list(directive.rounds.filter(KEPT).select_related("reported_by").order_by("-nominal", "-id"))


def pending_rounds(directive: Directive) -> list[Round]:
    """Rounds still to be reported, the earliest first."""
    return list(directive.rounds.filter(PENDING).order_by("nominal"))


def current_round(directive: Directive, today: date) -> Round | None:
    """The round that a report made today answers; None between rounds, or where the matter is not in hand."""
    if directive.state not in LIVE:
        return None
    return _opened.first(directive.pk, today)


@prepared
def _opened(directive_id: int, today: date) -> QuerySet[Round]:
    begun = Round.objects.filter(PENDING, directive_id=directive_id, opens_on__lte=today)
    return begun.order_by("-nominal", "-pk")[:1]


def unreported_ids(today: date) -> QuerySet[Round, int]:
    """The matters with a round open today and not reported (本期未报): few beside all that are open."""
    return Round.objects.filter(PENDING, opens_on__lte=today).values_list("directive_id", flat=True)


def to_turn(today: date, calendar: Calendar) -> list[int]:
    """Ids of the matters in hand whose rounds are not as ``today`` asks; one query, asked by the system."""
    soon = calendar.shift(today, rules.reminds_before())
    overdue = (
        Q(opens_on__lte=today, opened_at__isnull=True)
        | Q(opens_on__lte=today, due__lte=soon, reminded_at__isnull=True)
        | Q(due__lt=today, missed_at__isnull=True)
    )
    pending = Round.objects.filter(PENDING, directive_id=OuterRef("pk"))
    found = (
        Directive.objects.filter(~Q(cycle=Cycle.ONCE), matter__group=Group.OPEN, matter__state__in=LIVE)
        .annotate(moves=Exists(pending.filter(overdue)), ahead=Exists(pending.filter(due__gte=today)))
        .annotate(last_nominal=Max("rounds__nominal", filter=_KEPT))
        .filter(Q(moves=True) | Q(ahead=False))
        .select_related("matter")
        .order_by("pk")
    )
    return list(_worth_turning(found, today, calendar))


_KEPT = Q(rounds__ended_at__isnull=True) | Q(rounds__missed_at__isnull=False)


def _worth_turning(found: QuerySet[Directive], today: date, calendar: Calendar) -> Iterator[int]:
    for one in found.iterator(chunk_size=500):
        if one.moves or next_round(one, one.last_nominal, today, calendar):  # type: ignore[attr-defined]
            yield one.pk


def last_nominal(directive: Directive) -> date | None:
    """The day of the last round that was not cut short; what is planned next comes after it."""
    day: date | None = directive.rounds.filter(KEPT).aggregate(last=Max("nominal"))["last"]
    return day


def next_round(
    directive: Directive, last: date | None, today: date, calendar: Calendar
) -> cycles.Planned | None:
    """The round after the one of day ``last``; None where the plan names no more.

    A matter with a date of its own has no round on or after it, while it is not late: what comes then is the
    result. Milestones are planned by hand; only a long-term matter goes on by the quarter after the last.
    """
    matter, since = directive.matter, directive.cycle_since or today
    if directive.cycle == Cycle.MILESTONE and not matter.long_term:
        return None
    after = max(since, last) if last else since
    planned = plan(directive, after, calendar, first=after == since)
    assert matter.current_due is not None
    if matter.long_term or planned.due < matter.current_due or matter.current_due < today:
        return planned
    return None


def plan(directive: Directive, after: date, calendar: Calendar, *, first: bool) -> cycles.Planned:
    """The round after the day ``after``, by the cycle then in force: a short one ends with its term."""
    cycle = directive.cycle
    if cycle == Cycle.WEEKLY and directive.cycle_until is not None and after >= directive.cycle_until:
        cycle = Cycle.MONTHLY
    of_month = cycles.day_of_month(directive.deadline_rule)
    window = rules.opens_before(cycle)
    return cycles.plan_after(after, cycle, calendar, of_month=of_month, window=window, first=first)


def cycles_of_unit(unit_id: int | None, *, but: int | None = None) -> list[str]:
    """The cycles by which a unit reports on its open matters, one for each; the matter ``but`` left out."""
    open_ones = Directive.objects.filter(matter__lead_unit_id=unit_id, matter__group=Group.OPEN)
    return list(open_ones.exclude(cycle=Cycle.ONCE).exclude(pk=but).values_list("cycle", flat=True))
