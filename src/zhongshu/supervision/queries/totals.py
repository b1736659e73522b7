"""How many rows the ledger has under a filter: told by running totals, or counted as far as is cheap."""

from dataclasses import replace
from datetime import date

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.paging import Total
from zhongshu.matters import tallies
from zhongshu.platform.search import queries as search
from zhongshu.supervision.models import KIND
from zhongshu.supervision.queries.ledger import Filter, edge_of, listed, narrow, sight_on

AT_ONCE = 100
"""So far a page counts unasked: however large the house has grown, its total costs less than its rows."""
STEP = 1000


def total(
    actor: Actor, narrowed: Filter, *, today: date, whole: bool = False, most: int | None = None
) -> Total:
    """How many rows the ledger has under this filter.

    Exact where running totals tell it, where there are no more than ``most`` (else ``AT_ONCE``), and where the ``whole`` is
    asked for.
    """
    most = most or AT_ONCE
    told = _told(actor, narrowed, today)
    if told is not None:
        return Total(told)
    if narrowed.text:
        return _of_words(actor, narrowed, today, None if whole else most)
    counted = listed(actor, narrowed, today).count(None if whole else most + 1)
    return Total(counted) if whole else Total(min(counted, most), more=counted > most)


def _told(actor: Actor, narrowed: Filter, today: date) -> int | None:
    """What the running totals tell of open matters of whole organs: overdue, near their date, later, or all of them.

    None where the filter asks for something else, or ``actor`` sees other matters beside those of the organs.
    """
    asked = [name for name in ("late", "soon", "rest") if getattr(narrowed, name)]
    plain = Filter(scope=narrowed.scope, unit_id=narrowed.unit_id)
    sight = sight_on(actor, narrowed, today)
    if narrowed.scope == "ours" or len(asked) > 1 or sight.by_key or sight.everything:
        return None
    if replace(narrowed, late=False, soon=False, rest=False) != plain:
        return None
    edge = edge_of(replace(narrowed, soon=True), today)
    found = tallies.in_hand(KIND, sight.organs, today, edge, unit_id=narrowed.unit_id)
    return int(getattr(found, asked[0])) if asked else sum(found)


def _of_words(actor: Actor, narrowed: Filter, today: date, most: int | None) -> Total:
    seen, edge, step = 0, None, most or STEP
    while True:
        ids = search.newest(narrowed.text, below=edge, limit=step + 1)
        found = ids[:step]
        seen += narrow(actor, narrowed, today, any_group=True).filter(pk__in=found).count()
        if most or len(ids) <= step:
            return Total(seen, more=len(ids) > step)
        edge = found[-1]
