"""The one statement that reads the totals of whole organs, with what was not yet folded in."""

from datetime import date, timedelta
from typing import Any

from zhongshu.matters.tallies.keys import month_of
from zhongshu.matters.tallies.model import Span

TOLD = "CASE WHEN day < %s THEN 'late' WHEN day <= %s THEN 'soon' ELSE 'rest' END"
"""What a date says today, asked with today and the last date that is soon."""
UNITS = (
    "measure = 'due_month' AND day < %s",
    "measure = 'due_month' AND day > %s",
    "measure = 'due_day' AND day >= %s AND day < %s",
)
"""Whole months on both sides and days in between: together all open matters, each read as a range of the index."""
_PLAIN = (
    "measure = 'state'",
    "measure = 'opened' AND day >= %s",
    "measure = 'ended' AND day >= %s",
    "measure = 'ended_month' AND day >= %s",
    "measure = 'took' AND day >= %s",
)


def sql(organs: int) -> str:
    """Totals, summed by what they say about today, and the changes not yet folded in: one snapshot."""
    owned = f"kind = %s AND organ_id IN ({', '.join(['%s'] * organs)})"  # our own marks
    none = "CAST(NULL AS date)"
    unit = f"SELECT measure, unit_id, {TOLD}, {none}, SUM(n), 0, 0, '', {none}, {none} FROM matters_tally WHERE {owned}"  # noqa: S608
    plain = f"SELECT measure, 0, code, day, n, amount, 0, '', {none}, {none} FROM matters_tally WHERE {owned}"  # noqa: S608
    units = [f"{unit} AND {one} GROUP BY 1, 2, 3" for one in UNITS]
    return (
        " UNION ALL ".join([*units, *(f"{plain} AND {one}" for one in _PLAIN)])  # noqa: S608
        + f" UNION ALL SELECT 'wait', 0, code, {none}, SUM(n), 0, 0, '', {none}, {none} FROM matters_tally WHERE {owned}"  # noqa: S608
        " AND (measure = 'wait_month' AND day < %s OR measure = 'wait_day' AND day >= %s AND day < %s) GROUP BY 3"
        " UNION ALL SELECT 'change:' || measure, unit_id, state, due, n, amount, \"group\", waits_for, opened, closed"
        f" FROM matters_tallychange WHERE {owned}"
    )


def days_of_units(today: date, edge: date) -> tuple[tuple[date, ...], ...]:
    """The days that each of ``UNITS`` is asked with."""
    this, last = month_of(today), month_of(edge)
    return (this,), (last,), (this, month_of(last + timedelta(days=31)))


def params(kind: str, organs: list[int], span: Span) -> list[Any]:
    """What ``sql`` is asked with."""
    owned = [kind, *organs]
    this = month_of(span.today)
    told = [span.today, span.edge, *owned]
    given = [
        *(one for days in days_of_units(span.today, span.edge) for one in (*told, *days)),
        *owned, *owned, span.first_week, *owned, span.first_week, *owned, span.since, *owned, span.since,
        *owned, this, this, span.today,
        *owned,
    ]  # fmt: skip
    return [one.isoformat() if isinstance(one, date) else one for one in given]
