"""What the board counts. Each number is the count of a ledger filter, so that its link leads to exactly these."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q, QuerySet, Sum

from zhongshu.kernel.actors import Actor
from zhongshu.matters import tallies
from zhongshu.matters.models import Group, Matter, whole_organs
from zhongshu.matters.tallies import Span, Standing, Took
from zhongshu.supervision import queries
from zhongshu.supervision import tallies as totals
from zhongshu.supervision.models import KIND, STAGE_STATES, Directive
from zhongshu.supervision.queries import Filter
from zhongshu.supervision.queries.counted import morning_of
from zhongshu.supervision.tallies import OriginCount, ReturnedCount

WEEKS = 12


@dataclass(frozen=True, slots=True)
class Week:
    """A week from Monday: opened, ended, and open in total at its end."""

    monday: date
    opened: int
    ended: int
    in_hand: int

    @property
    def sunday(self) -> date:
        """Its last day."""
        return self.monday + timedelta(days=6)


def since(today: date, period: str) -> date:
    """The first day of the year, quarter or month (``period``) of ``today``."""
    month = {"year": 1, "quarter": (today.month - 1) // 3 * 3 + 1, "month": today.month}[period]
    return date(today.year, month, 1)


def span_of(today: date, edge: date, first: date) -> Span:
    """The days a board of ``today`` tells of; endings from ``first``, the first of a month."""
    monday = tallies.monday_of(today)
    return Span(today, edge, monday - timedelta(weeks=WEEKS - 1), first)


def standing(actor: Actor, span: Span) -> Standing:
    """How the matters that ``actor`` lists stand.

    Whoever oversees whole organs reads their running totals; for everybody else the matters that were
    made known to him are counted, so that no number tells of one he may not know (law 4).
    """
    organs = whole_organs(actor)
    if organs and not actor.is_system:
        return tallies.standing(KIND, organs, span)
    return counted(actor, span)


def counted(actor: Actor, span: Span) -> Standing:
    """The same, counted over the rows themselves."""
    mine = Matter.objects.listed_for(actor).filter(kind=KIND)
    found = tallies.standing_of(mine, span)
    ended = mine.filter(group=Group.CLOSED, closed_at__gte=morning_of(span.since)).values("pk")
    sums = {stage: Sum(f"took_{stage}") for stage in STAGE_STATES}
    timed = Directive.objects.filter(pk__in=ended, took_closure__isnull=False)
    row = timed.aggregate(timed=Count("pk"), **sums)
    if row["timed"]:
        found.took = {stage: Took(row["timed"], row[stage] or 0) for stage in STAGE_STATES}
    return found


def count(actor: Actor, narrowed: Filter, today: date) -> int:
    """How many rows the ledger shows under this filter."""
    return queries.total(actor, narrowed, today=today, whole=True).number


_OPEN = Q(group=Group.OPEN)


def by_origin(actor: Actor, span: Span) -> dict[str, OriginCount]:
    """What ``actor`` lists, by kind of origin; from running totals as in ``standing``."""
    organs = whole_organs(actor)
    if organs and not actor.is_system:
        return totals.by_origin(organs, span)
    return counted_by_origin(actor, span)


def returned(actor: Actor, since: date) -> dict[int, ReturnedCount]:
    """What ``actor`` lists and verification sent back, by lead unit; from running totals as in ``standing``."""
    organs = whole_organs(actor)
    if organs and not actor.is_system:
        return totals.returned(organs, since)
    return counted_returned(actor, since)


def counted_by_origin(actor: Actor, span: Span) -> dict[str, OriginCount]:
    """The same as ``by_origin``, counted over the rows themselves."""
    late = _OPEN & Q(current_due__lt=span.today, stopped_on=None)
    soon = _OPEN & Q(current_due__range=(span.today, span.edge), stopped_on=None)
    counts = {
        "open": _count(_OPEN),
        "late": _count(late),
        "soon": _count(soon),
        "ended": _count(_ended(span.since)),
    }
    rows = _listed(actor, span.since).values_list("directive__origin").annotate(**counts)
    return {origin: OriginCount(*found) for origin, *found in rows}


def counted_returned(actor: Actor, since: date) -> dict[int, ReturnedCount]:
    """The same as ``returned``, counted over the rows themselves."""
    counts = {"open": _count(_OPEN), "ended": _count(_ended(since))}
    back = _listed(actor, since).filter(directive__returns__gt=0)
    rows = back.values_list("lead_unit_id").annotate(**counts)
    return {pk or 0: ReturnedCount(*found) for pk, *found in rows}


def _listed(actor: Actor, since: date) -> QuerySet[Matter]:
    return Matter.objects.listed_for(actor).filter(_OPEN | _ended(since), kind=KIND).order_by()


def _ended(since: date) -> Q:
    return Q(group=Group.CLOSED, closed_at__gte=morning_of(since))


def _count(which: Q) -> Count:
    return Count("pk", filter=which)


def late(actor: Actor, today: date, *, most: int = 6) -> list[Matter]:
    """The matters longest overdue."""
    return list(queries.ledger(actor, Filter(late=True), today=today, size=most).rows)


def weeks(found: Standing, span: Span) -> list[Week]:
    """The last twelve weeks, the present one last."""
    return list(_backwards(found, span))[::-1]


def _backwards(found: Standing, span: Span) -> Iterator[Week]:
    in_hand = found.open
    for back in range(WEEKS):
        week = tallies.monday_of(span.today) - timedelta(weeks=back)
        opened, ended = found.opened[week], found.ended[week]
        yield Week(week, opened, ended, in_hand)
        in_hand += ended - opened
