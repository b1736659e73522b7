"""Origins and returns as the running totals of whole organs have them, with what was not yet folded in."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from zhongshu.kernel.statements import asked
from zhongshu.matters.models import Measure
from zhongshu.matters.tallies import Span
from zhongshu.supervision.models import KIND
from zhongshu.supervision.tallies.model import OriginCount, ReturnedCount

Sums = Counter[tuple[int, str, str]]  # by unit, origin, and whether the day is "before", "within" or "after"
_OWNED = "kind = %s AND measure = %s AND organ_id IN ({marks})"
_SUMS = (
    "SELECT unit_id, code, CASE WHEN day < %s THEN 'before' WHEN day <= %s THEN 'within' ELSE 'after' END, SUM(n) "
    "FROM (SELECT unit_id, code, day, n FROM matters_tally WHERE {owned} "
    "UNION ALL SELECT unit_id, state, due, n FROM matters_tallychange WHERE {owned}) AS told GROUP BY 1, 2, 3"
)


def by_origin(organs: Sequence[int], span: Span) -> dict[str, OriginCount]:
    """What ``organs`` own, by kind of origin."""
    due = _sums(organs, Measure.ORIGIN, span.today, span.edge)
    ended = _since(_sums(organs, Measure.ORIGIN_ENDED, span.since, span.since))
    found = {
        one: OriginCount(
            sum(due[0, one, when] for when in ("before", "within", "after")),
            due[0, one, "before"],
            due[0, one, "within"],
            ended[0, one],
        )
        for one in {code for _unit, code, _when in due} | {code for _unit, code in ended}
    }
    return {origin: counts for origin, counts in found.items() if any(counts)}


def returned(organs: Sequence[int], since: date) -> dict[int, ReturnedCount]:
    """What ``organs`` own and verification sent back, by lead unit; endings from ``since``, the first of a month."""
    in_hand: Counter[int] = Counter()
    for (unit, _code, _when), n in _sums(organs, Measure.BACK, since, since).items():
        in_hand[unit] += n
    ended = _since(_sums(organs, Measure.BACK_ENDED, since, since))
    units = set(in_hand) | {unit for unit, _code in ended}
    found = {unit: ReturnedCount(in_hand[unit], ended[unit, ""]) for unit in units}
    return {unit: counts for unit, counts in found.items() if any(counts)}


def _since(sums: Sums) -> Counter[tuple[int, str]]:
    """Those of which the day is not before the first."""
    found: Counter[tuple[int, str]] = Counter()
    for (unit, code, when), n in sums.items():
        found[unit, code] += n if when != "before" else 0
    return found


def _sums(organs: Sequence[int], measure: Measure, first: date, last: date) -> Sums:
    owned = _OWNED.format(marks=", ".join(["%s"] * len(organs)))
    given: list[str | int] = [KIND, str(measure), *organs]
    rows = asked(_SUMS.format(owned=owned), [first.isoformat(), last.isoformat(), *given, *given])
    return Counter({(unit, code, when): int(n) for unit, code, when, n in rows})
