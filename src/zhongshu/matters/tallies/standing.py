"""How matters stand: from the running totals of whole organs, or counted over the rows that one may see."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django.db.models import Count, DateField, Q, QuerySet
from django.db.models.functions import TruncWeek

from zhongshu.kernel.clock import BEIJING
from zhongshu.kernel.statements import asked
from zhongshu.matters.models import Group, Matter
from zhongshu.matters.tallies import statement
from zhongshu.matters.tallies.gathering import gathered
from zhongshu.matters.tallies.model import Span, Standing, UnitCount


def standing(kind: str, organ_ids: Iterable[int], span: Span) -> Standing:
    """How the matters that ``organ_ids`` own stand, from the running totals; one statement."""
    organs = sorted(set(organ_ids))
    if not organs:
        return Standing()
    return gathered(asked(statement.sql(len(organs)), statement.params(kind, organs, span)), span)


def standing_of(found: QuerySet[Matter], span: Span) -> Standing:
    """How the matters of ``found`` stand, counted row by row; stages are the floor's own that times them."""
    is_open, ended = found.filter(group=Group.OPEN), found.filter(group=Group.CLOSED)
    begun = found.filter(Q(group=Group.OPEN) | Q(group=Group.CLOSED, closed_at__isnull=False))
    late = Q(current_due__lt=span.today, stopped_on=None)
    soon = Q(current_due__gte=span.today, current_due__lte=span.edge, stopped_on=None)
    counts = {"late": Count("pk", filter=late), "soon": Count("pk", filter=soon), "whole": Count("pk")}
    units = is_open.order_by().values_list("lead_unit_id").annotate(**counts)
    return Standing(
        units={pk or 0: UnitCount(is_late, near, all_ - is_late - near) for pk, is_late, near, all_ in units},
        waits=_counted(is_open.filter(late), "waits_for"),
        states=_counted(is_open, "state"),
        opened=_by_week(begun, "opened_at", span.first_week),
        ended=_by_week(ended, "closed_at", span.first_week),
        ended_since=ended.filter(closed_at__gte=_morning(span.since)).count(),
    )


def _counted(found: QuerySet[Matter], name: str) -> Counter[str]:
    return Counter(dict(found.order_by().values_list(name).annotate(Count("pk"))))


def _by_week(found: QuerySet[Matter], moment: str, first: date) -> Counter[date]:
    week = TruncWeek(moment, tzinfo=BEIJING, output_field=DateField())
    since: dict[str, Any] = {f"{moment}__gte": _morning(first)}
    weeks = found.filter(**since).order_by().annotate(week=week).values_list("week")
    return Counter(dict(weeks.annotate(Count("pk"))))


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(), BEIJING)
