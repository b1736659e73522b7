"""What the board counts. Each number is the count of a ledger filter, so that its link leads to exactly these."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, cached_property, partial

from django.db.models import Count, Q, QuerySet, Sum

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.paging import Total
from zhongshu.matters import services as matters
from zhongshu.matters import tallies
from zhongshu.matters.models import Group, Matter, Waits, whole_organs
from zhongshu.matters.tallies import Span, Standing, Took
from zhongshu.platform.workdays.queries import calendar
from zhongshu.supervision import queries
from zhongshu.supervision import tallies as running
from zhongshu.supervision.models import KIND, STAGE_STATES, Directive
from zhongshu.supervision.models.states import OPEN_STATES
from zhongshu.supervision.queries import Filter
from zhongshu.supervision.queries.counted import TOGETHER, morning_of
from zhongshu.supervision.queries.ledger import sight_on
from zhongshu.supervision.tallies import NO_ORIGIN, NO_RETURNS, OriginCount, ReturnedCount

WEEKS = 12
Telling = Callable[[Standing], int]


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


def total(actor: Actor, narrowed: Filter, today: date) -> Total:
    """The same, counted as far as is cheap; whole where it is a number of the board."""
    return total_each(actor, [narrowed], today)[0]


def total_each(actor: Actor, many: Sequence[Filter], today: date, *, most: int | None = None) -> list[Total]:
    """The same under each of ``many`` filters, counted together, each up to ``most``."""
    board = _Board(actor, today)
    return [
        board.instead_of(found, narrowed)
        for narrowed, found in zip(many, queries.total_each(actor, many, today=today, most=most), strict=True)
    ]


def told_by_board(actor: Actor, narrowed: Filter, today: date) -> int | None:
    """The number of the board that leads to the list under this filter; None where it has none, or would count rows."""
    return _Board(actor, today).told(narrowed)


class _Board:
    """The numbers of the board, each kind of them read once, however many lists ask for theirs."""

    def __init__(self, actor: Actor, today: date) -> None:
        self.actor, self.today = actor, today
        self.standing = cache(partial(standing, actor))
        self.by_origin = cache(partial(by_origin, actor))
        self.returned = cache(partial(returned, actor))

    @cached_property
    def edge(self) -> date:
        return matters.yellow_until(self.today, calendar())

    def instead_of(self, found: Total, narrowed: Filter) -> Total:
        """``found``, or the whole number where that was not counted to its end and the board tells it."""
        told = self.told(narrowed) if found.more else None
        return found if told is None else Total(told)

    def told(self, narrowed: Filter) -> int | None:
        """The number of the board that leads to the list under this filter."""
        sight = sight_on(self.actor, narrowed, self.today)
        if not sight.organs or sight.by_key or sight.everything or narrowed.scope == "ours":
            return None
        from_month = narrowed.ended_from if narrowed.ended_from and narrowed.ended_from.day == 1 else None
        first = from_month or since(self.today, "year")
        asked = replace(narrowed, scope="")
        days = span_of(self.today, self.edge, first)
        telling = _of_standing(days).get(asked)
        return telling(self.standing(days)) if telling else self._of_part(asked, days)

    def _of_part(self, asked: Filter, days: Span) -> int | None:
        if asked.origin:
            found = self.by_origin(days).get(asked.origin, NO_ORIGIN)
            return _of_origin(found, asked.origin, days.since).get(asked)
        if asked.returned and asked.unit_id is not None:
            unit = self.returned(days.since).get(asked.unit_id, NO_RETURNS)
            back = Filter(returned=True, unit_id=asked.unit_id)
            return {back: unit.open, _closed(back, days.since): unit.ended}.get(asked)
        return None


def _of_standing(days: Span) -> dict[Filter, Telling]:
    """What tells each number of the first page, by the filter under which its list stands."""
    told: dict[Filter, Telling] = {
        _closed(Filter(), days.since): lambda found: found.ended_since,
        _closed(Filter(timed=True), days.since): partial(_in_stage, stage="closure"),
    }
    told |= {_closed(Filter(lingered=one), days.since): partial(_in_stage, stage=one) for one in STAGE_STATES}
    told |= {Filter(state=one): partial(_in_states, states=(one,)) for one in OPEN_STATES}
    told |= {Filter(stage=one): partial(_in_states, states=states) for one, states in STAGE_STATES.items()}
    told |= {
        Filter(late=True, waits=one): partial(_waiting, waits=TOGETHER.get(one, (one,)))
        for one in Waits.values
        if one
    }
    for place, week in enumerate(weeks(Standing(), days)):
        ended = Filter(closed=True, ended_from=week.monday, ended_to=week.sunday)
        opened = Filter(opened_from=week.monday, opened_to=week.sunday)
        for asked, name in (
            (opened, "opened"),
            (ended, "ended"),
            (Filter(in_hand_on=week.sunday), "in_hand"),
        ):
            told[asked] = partial(_in_week, days=days, place=place, name=name)
    return told


def _of_origin(found: OriginCount, origin: str, first: date) -> dict[Filter, int]:
    plain = Filter(origin=origin)
    return {
        plain: found.open,
        replace(plain, late=True): found.late,
        replace(plain, soon=True): found.soon,
        replace(plain, rest=True): found.open - found.late - found.soon,
        _closed(plain, first): found.ended,
    }


def _closed(narrowed: Filter, first: date) -> Filter:
    return replace(narrowed, closed=True, ended_from=first)


def _in_states(found: Standing, *, states: Iterable[str]) -> int:
    return sum(found.states[one] for one in states)


def _in_stage(found: Standing, *, stage: str) -> int:
    return found.took.get(stage, Took(0, 0)).matters


def _waiting(found: Standing, *, waits: Iterable[str]) -> int:
    return sum(found.waits[one] for one in waits)


def _in_week(found: Standing, *, days: Span, place: int, name: str) -> int:
    return int(getattr(weeks(found, days)[place], name))


_OPEN = Q(group=Group.OPEN)


def by_origin(actor: Actor, span: Span) -> dict[str, OriginCount]:
    """What ``actor`` lists, by kind of origin; from running totals as in ``standing``."""
    organs = whole_organs(actor)
    if organs and not actor.is_system:
        return running.by_origin(organs, span)
    return counted_by_origin(actor, span)


def returned(actor: Actor, since: date) -> dict[int, ReturnedCount]:
    """What ``actor`` lists and verification sent back, by lead unit; from running totals as in ``standing``."""
    organs = whole_organs(actor)
    if organs and not actor.is_system:
        return running.returned(organs, since)
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
