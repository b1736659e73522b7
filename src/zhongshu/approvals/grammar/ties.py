"""Rules between the fields of a form, checked when it is filled in: days that agree with dates, sums with their parts."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal

from django.utils.translation import gettext as _

from zhongshu.approvals.grammar.conditions import Value, holds
from zhongshu.approvals.grammar.route import Field, Route, Tie, TieKind
from zhongshu.approvals.grammar.values import typed
from zhongshu.kernel.worktime import Calendar

HALF = Decimal("0.5")
Told = Mapping[str, Value]


def untied(route: Route, raw: Mapping[str, str], calendar: Callable[[], Calendar]) -> dict[str, str]:
    """What in the form does not agree with its other fields, by field, in plain words.

    A field that is wrong in itself, or whose others are, is not judged. ``calendar`` is asked for only where days count.
    """
    values, found = typed(route.fields, raw), dict[str, str]()
    fields = {one.code: one for one in route.fields}
    for tie in route.ties:
        if tie.field in fields and tie.field not in found and holds(tie.when, values):
            fault = _fault(tie, fields, values, calendar)
            if fault:
                found[tie.field] = fault
    return found


def _fault(tie: Tie, fields: Mapping[str, Field], values: Told, calendar: Callable[[], Calendar]) -> str:
    if tie.kind == TieKind.SUM:
        return _not_the_sum(tie, fields, values)
    days = _days(tie.of, values)
    if tie.kind == TieKind.NOT_BEFORE:
        given = _days((tie.field,), values)
        return _before(fields, tie, given[0], days[0]) if given and days else ""
    if len(days) != 2 or days[1] < days[0]:
        return ""
    return _miscounted(tie, fields[tie.field], values.get(tie.field), (days[0], days[1]), calendar())


def _before(fields: Mapping[str, Field], tie: Tie, given: date, first: date) -> str:
    if given >= first:
        return ""
    told = {"label": fields[tie.field].label, "first": fields[tie.of[0]].label, "day": first}
    return _("%(label)s不能早于%(first)s（%(day)s）。") % told


def _miscounted(
    tie: Tie, field: Field, given: Value | None, span: tuple[date, date], calendar: Calendar
) -> str:
    """Half a day less than is counted is well: one may leave at noon."""
    first, last = span
    working = calendar.count(first, last) + calendar.works(first)
    every = (last - first) // timedelta(days=1) + 1
    least, most = {
        TieKind.WORKING_DAYS: (working, working),
        TieKind.CALENDAR_DAYS: (every, every),
    }.get(tie.kind, (working, every))
    if given is None and not field.required:
        return ""
    if isinstance(given, Decimal) and max(least - HALF, Decimal(0)) <= given <= most and given % HALF == 0:
        return ""
    told = {"first": first, "last": last, "working": working, "every": every, "label": field.label}
    if tie.kind == TieKind.WORKING_DAYS:
        return (
            _("%(first)s至%(last)s有 %(working)s 个工作日，%(label)s要与它一致（含半天的少填 0.5）。") % told
        )
    if tie.kind == TieKind.CALENDAR_DAYS:
        return _("%(first)s至%(last)s共 %(every)s 天，%(label)s要与它一致（含半天的少填 0.5）。") % told
    return _("%(first)s至%(last)s共 %(every)s 天，其中工作日 %(working)s 天，%(label)s要在两者之间。") % told


def _not_the_sum(tie: Tie, fields: Mapping[str, Field], values: Told) -> str:
    """Parts left blank count as nothing; where all are blank there is nothing to add."""
    parts = [part for code in tie.of if isinstance(part := values.get(code), Decimal)]
    total, given = sum(parts, Decimal(0)), values.get(tie.field)
    if not parts or given == total or (given is None and not fields[tie.field].required):
        return ""
    names = _("、").join(fields[code].label for code in tie.of if code in fields)
    told = {"label": fields[tie.field].label, "names": names, "total": f"{total:,f}"}
    return _("%(label)s要等于%(names)s之和 %(total)s。") % told


def _days(codes: tuple[str, ...], values: Told) -> list[date]:
    """The days that these fields say; none where one of them says none."""
    told = [values.get(code) for code in codes]
    found = [_day(one) for one in told if isinstance(one, str)]
    days = [one for one in found if one is not None]
    return days if days and len(days) == len(codes) else []


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
