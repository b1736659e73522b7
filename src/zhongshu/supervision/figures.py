"""What the board counts. Each total is the count of a ledger filter, so that the link leads to exactly these."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Q, QuerySet

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import BEIJING, local_day
from zhongshu.kernel.worktime import Calendar
from zhongshu.matters.models import Group, Matter
from zhongshu.supervision import queries, rules
from zhongshu.supervision.models import KIND, Directive
from zhongshu.supervision.queries import Filter

SAMPLE = 500
WEEKS = 12


@dataclass(frozen=True, slots=True)
class UnitLoad:
    """What a unit has in hand."""

    unit: str
    late: int
    soon: int
    rest: int


@dataclass(frozen=True, slots=True)
class Week:
    """A week from Monday: opened, ended, and open in total at its end."""

    monday: date
    opened: int
    ended: int
    in_hand: int


def count(actor: Actor, narrowed: Filter, today: date) -> int:
    """How many rows the ledger shows under this filter."""
    return queries.narrow(actor, narrowed, today).count()


def late(actor: Actor, today: date, *, most: int = 6) -> list[Matter]:
    """The matters longest overdue."""
    return list(queries.ledger(actor, Filter(late=True), today=today, size=most).rows)


def loads(actor: Actor, today: date, edge: date, *, most: int = 12) -> list[UnitLoad]:
    """Units by what they have in hand, those with overdue matters first; ``edge`` is the last date that is soon."""
    is_late, is_soon = Q(current_due__lt=today), Q(current_due__gte=today, current_due__lte=edge)
    found = (
        queries.narrow(actor, Filter(), today)
        .order_by()
        .values_list("lead_unit__short_name")
        .annotate(late=Count("pk", filter=is_late), soon=Count("pk", filter=is_soon), whole=Count("pk"))
        .order_by("-late", "-whole")[:most]
    )
    return [UnitLoad(unit or "", late, soon, whole - late - soon) for unit, late, soon, whole in found]


def weeks(actor: Actor, today: date) -> list[Week]:
    """The last twelve weeks, the present one last."""
    monday = today - timedelta(days=today.weekday())
    first = monday - timedelta(weeks=WEEKS - 1)
    since = datetime.combine(first, time(), BEIJING)
    mine = Matter.objects.listed_for(actor).filter(kind=KIND)
    opened = _by_week(mine.filter(opened_at__gte=since), "opened_at")
    ended = _by_week(mine.filter(closed_at__gte=since), "closed_at")
    in_hand = mine.filter(group=Group.OPEN).count()
    told: list[Week] = []
    for back in range(WEEKS):
        week = monday - timedelta(weeks=back)
        told.append(Week(week, opened[week], ended[week], in_hand))
        in_hand += ended[week] - opened[week]
    return told[::-1]


def _by_week(found: QuerySet[Matter], moment: str) -> Counter[date]:
    days = (local_day(at) for at in found.values_list(moment, flat=True).iterator(chunk_size=5000))
    return Counter(day - timedelta(days=day.weekday()) for day in days)


def stages(actor: Actor, calendar: Calendar) -> list[tuple[str, float, int]]:
    """Average working days of each stage over the last matters ended, with the limit of each."""
    ended = Matter.objects.listed_for(actor).filter(kind=KIND, group=Group.CLOSED).order_by("-id")
    found = Directive.objects.filter(pk__in=ended.values("pk")[:SAMPLE], verified_at__isnull=False)
    rows = list(found.values_list("matter__opened_at", "completed_at", "verified_at", "matter__closed_at"))
    limit = rules.close_out_limit().amount
    work = rules.D_19_default_limit("other", urgent=False).amount
    return [
        ("undertaking", _average(((a, b) for a, b, _c, _d in rows), calendar), work),
        ("verification", _average(((b, c) for _a, b, c, _d in rows), calendar), limit),
        ("closure", _average(((c, d) for _a, _b, c, d in rows), calendar), limit),
    ]


def _average(spans: Iterable[tuple[datetime | None, datetime | None]], calendar: Calendar) -> float:
    days = [calendar.count(local_day(a), local_day(b)) for a, b in spans if a and b]
    return round(sum(days) / len(days), 1) if days else 0.0
