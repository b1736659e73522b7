"""Rows of the statement, and changes not yet folded in, made into a standing."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from itertools import chain
from typing import Any

from zhongshu.matters.models import Measure
from zhongshu.matters.tallies.keys import EPOCH, Cell, Key, keys_of
from zhongshu.matters.tallies.model import Span, Standing, Took, UnitCount

Row = tuple[Any, ...]
Sums = Counter[Any]
TOLD_FROM: dict[str, Callable[[Span], date]] = {
    Measure.STATE: lambda span: EPOCH,
    Measure.OPENED: lambda span: span.first_week,
    Measure.ENDED: lambda span: span.first_week,
    Measure.ENDED_MONTH: lambda span: span.since,
    Measure.TOOK: lambda span: span.since,
}
OF_UNITS = frozenset({str(Measure.DUE_DAY), str(Measure.DUE_MONTH)})
OF_WEEKS = frozenset({str(Measure.OPENED), str(Measure.ENDED)})
NOTHING = {"late": 0, "soon": 0, "rest": 0}


def gathered(rows: Iterable[Row], span: Span) -> Standing:
    """The standing that ``rows`` tell."""
    counted, days = Sums(), Sums()
    for measure, unit_id, code, day, n, amount, group, waits_for, opened, closed in rows:
        if not measure.startswith("change:"):
            _add(counted, days, measure, unit_id, code, day and as_date(day), int(n), int(amount))
            continue
        cell = Cell(
            measure[7:], unit_id, group, code, waits_for, as_date(day), as_date(opened), as_date(closed)
        )
        for key in chain.from_iterable(_within(one, span) for one in keys_of(cell)):
            _add(counted, days, *key, int(n), int(amount))
    return _told(counted, days)


def _within(key: Key, span: Span) -> Iterable[tuple[str, int, str, date | None]]:
    """What the statement would have made of ``key``, had it been folded in; nothing where it reads past it."""
    measure, unit_id, code, day = key
    if measure == Measure.DUE_DAY:
        told = "late" if day < span.today else ("soon" if day <= span.edge else "rest")
        yield measure, unit_id, told, None
    elif measure == Measure.WAIT_DAY and day < span.today:
        yield "wait", 0, code, None
    elif measure in TOLD_FROM and day >= TOLD_FROM[measure](span):
        yield measure, 0, code, day


def _add(
    counted: Sums, days: Sums, measure: str, unit_id: int, code: str, day: date | None, n: int, amount: int
) -> None:
    if measure in OF_UNITS:
        counted["unit", unit_id, code] += n
    elif measure in OF_WEEKS:
        counted[measure, 0, day] += n
    else:
        counted[measure, 0, code] += n
        days[code] += amount


def _told(counted: Sums, days: Sums) -> Standing:
    found = Standing()
    units: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for (measure, unit_id, code), n in counted.items():
        if not n:
            continue
        match measure:
            case "unit":
                units[unit_id][code] = n
            case "wait":
                found.waits[code] = n
            case Measure.STATE:
                found.states[code] = n
            case Measure.OPENED:
                found.opened[code] = n
            case Measure.ENDED:
                found.ended[code] = n
            case Measure.ENDED_MONTH:
                found.ended_since += n
            case Measure.TOOK:
                found.took[code] = Took(n, days[code])
    found.units = {pk: UnitCount(**{**NOTHING, **told}) for pk, told in units.items()}
    return found


def as_date(value: Any) -> date | None:
    """SQLite gives the columns of a written-out statement as text."""
    return date.fromisoformat(value) if isinstance(value, str) else value
