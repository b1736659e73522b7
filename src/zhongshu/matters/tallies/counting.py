"""The totals counted anew from the matters themselves, by plain statements of their own."""

from collections.abc import Callable, Iterator
from datetime import date

from django.db import connection

from zhongshu.matters.models import Group, Measure
from zhongshu.matters.tallies.gathering import as_date
from zhongshu.matters.tallies.keys import EPOCH, NEVER, Key
from zhongshu.matters.tallies.triggers import DAY

Counted = tuple[tuple[int, str, Key], tuple[int, int]]
Counter = Callable[[], Iterator[Counted]]
MONTH = {"sqlite": "date({0}, 'start of month')", "postgresql": "date_trunc('month', {0})::date"}
MONDAY = {"sqlite": "date({0}, '-6 days', 'weekday 1')", "postgresql": "date_trunc('week', {0})::date"}
_counters: list[Counter] = []


def register(counter: Counter) -> None:
    """Have totals that a floor above keeps counted too."""
    _counters.append(counter)


def everything() -> Iterator[Counted]:
    """Every total that is not nought."""
    for measure, unit, code, day, where in _measures(connection.vendor):
        yield from _rows(measure, unit, code, day, where)
    for counter in _counters:
        yield from counter()


def month_sql(day: str) -> str:
    """The first of the month of the expression ``day``."""
    return MONTH[connection.vendor].format(day)


def local_day_sql(row: str, name: str) -> str:
    """The day in Beijing of a moment."""
    return DAY[connection.vendor].format(row=row, name=name)


def day_of(value: object) -> date:
    """A day that a statement has given."""
    found = as_date(value)
    assert found is not None
    return found


def _measures(vendor: str) -> list[tuple[str, str, str, str, str]]:
    opened, closed = (DAY[vendor].format(row="m", name=name) for name in ("opened_at", "closed_at"))
    due = f"coalesce(CASE WHEN m.stopped_on IS NULL THEN m.current_due END, {_date(vendor, NEVER)})"
    is_open, is_closed = f'm."group" = {Group.OPEN.value}', f'm."group" = {Group.CLOSED.value}'
    unit, none, week, month = "coalesce(m.lead_unit_id, 0)", "''", MONDAY[vendor], MONTH[vendor]
    ended = f"{is_closed} AND m.closed_at IS NOT NULL"
    begun = f"({is_open} OR {ended}) AND m.opened_at IS NOT NULL"
    return [
        (Measure.DUE_DAY, unit, none, due, is_open),
        (Measure.DUE_MONTH, unit, none, month.format(due), is_open),
        (Measure.WAIT_DAY, "0", "m.waits_for", due, is_open),
        (Measure.WAIT_MONTH, "0", "m.waits_for", month.format(due), is_open),
        (Measure.STATE, "0", "m.state", _date(vendor, EPOCH), is_open),
        (Measure.OPENED, "0", none, week.format(opened), begun),
        (Measure.ENDED, "0", none, week.format(closed), ended),
        (Measure.ENDED_MONTH, "0", none, month.format(closed), ended),
    ]


def _rows(measure: str, unit: str, code: str, day: str, where: str) -> Iterator[Counted]:
    sql = (
        f"SELECT organ_id, kind, {unit} AS of_unit, {code} AS of_code, {day} AS of_day, COUNT(*) "  # noqa: S608
        f"FROM matters_matter m WHERE {where} GROUP BY 1, 2, 3, 4, 5"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql)
        for organ_id, kind, unit_id, of_code, of_day, n in cursor.fetchall():
            yield (organ_id, kind, Key(str(measure), unit_id, of_code, day_of(of_day))), (n, 0)


def _date(vendor: str, day: object) -> str:
    return f"DATE '{day}'" if vendor == "postgresql" else f"'{day}'"
