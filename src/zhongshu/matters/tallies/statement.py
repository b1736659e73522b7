"""The one statement that reads the totals of whole organs, with what was not yet folded in."""

from datetime import date, timedelta
from typing import Any

from zhongshu.matters.tallies.keys import month_of
from zhongshu.matters.tallies.model import Span


def sql(organs: int) -> str:
    """Totals, summed by what they say about today, and the changes not yet folded in: one snapshot."""
    owned = f"kind = %s AND organ_id IN ({', '.join(['%s'] * organs)})"  # our own marks
    told = "CASE WHEN day < %s THEN 'late' WHEN day <= %s THEN 'soon' ELSE 'rest' END"
    none = "CAST(NULL AS date)"
    return (
        f"SELECT measure, unit_id, {told}, {none}, SUM(n), 0, 0, '', {none}, {none} FROM matters_tally WHERE {owned} "  # noqa: S608
        "AND (measure = 'due_month' AND (day < %s OR day > %s) OR measure = 'due_day' AND day >= %s AND day < %s)"
        " GROUP BY 1, 2, 3"
        f" UNION ALL SELECT 'wait', 0, code, {none}, SUM(n), 0, 0, '', {none}, {none} FROM matters_tally WHERE {owned}"
        " AND (measure = 'wait_month' AND day < %s OR measure = 'wait_day' AND day >= %s AND day < %s) GROUP BY 3"
        f" UNION ALL SELECT measure, 0, code, day, n, amount, 0, '', {none}, {none} FROM matters_tally WHERE {owned}"
        " AND (measure = 'state' OR measure IN ('opened', 'ended') AND day >= %s"
        " OR measure IN ('ended_month', 'took') AND day >= %s)"
        " UNION ALL SELECT 'change:' || measure, unit_id, state, due, n, amount, \"group\", waits_for, opened, closed"
        f" FROM matters_tallychange WHERE {owned}"
    )


def params(kind: str, organs: list[int], span: Span) -> list[Any]:
    """What ``sql`` is asked with."""
    owned = [kind, *organs]
    this, last = month_of(span.today), month_of(span.edge)
    after = month_of(last + timedelta(days=31))
    given = [
        span.today, span.edge, *owned, this, last, this, after,
        *owned, this, this, span.today,
        *owned, span.first_week, span.since,
        *owned,
    ]  # fmt: skip
    return [one.isoformat() if isinstance(one, date) else one for one in given]
