"""How many rows the ledger has under a filter: told by running totals, or counted as far as is cheap."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.paging import Total
from zhongshu.kernel.prepared import counts
from zhongshu.matters import tallies
from zhongshu.matters.tallies import UnitCount
from zhongshu.platform.search import queries as search
from zhongshu.supervision.models import KIND
from zhongshu.supervision.queries.ledger import Filter, edge_of, listed_each, narrow, sight_on

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
    return total_each(actor, [narrowed], today=today, whole=whole, most=most)[0]


def total_each(
    actor: Actor, many: Sequence[Filter], *, today: date, whole: bool = False, most: int | None = None
) -> list[Total]:
    """The same under each of ``many`` filters: those with words one by one, the others told and counted together."""
    most = most or AT_ONCE
    found = {one: Total(n) for one, n in _told(actor, many, today).items()}
    for one in many:
        if one.text and one not in found:
            found[one] = _of_words(actor, one, today, None if whole else most)
    left = [one for one in dict.fromkeys(many) if one not in found]
    n_each = counts(listed_each(actor, left, today), None if whole else most + 1)
    for one, n in zip(left, n_each, strict=True):
        found[one] = Total(n) if whole else Total(min(n, most), more=n > most)
    return [found[one] for one in many]


TOLD_OF = ("late", "soon", "rest")


def _told(actor: Actor, many: Sequence[Filter], today: date) -> dict[Filter, int]:
    """What the running totals tell of open matters of whole organs: overdue, near their date, later, or all of them.

    Not where a filter asks for something else, or ``actor`` sees other matters beside those of the organs.
    """
    asked: dict[tuple[tuple[int, ...], int | None], list[Filter]] = {}
    for one in many:
        organs = _organs_told(actor, one, today)
        if organs:
            asked.setdefault((organs, one.unit_id), []).append(one)
    if not asked:
        return {}
    edge, found = edge_of(Filter(soon=True), today), dict[Filter, int]()
    for organs in {organs for organs, _unit in asked}:
        units = [unit for others, unit in asked if others == organs]
        for unit, told in zip(units, tallies.in_hand_each(KIND, organs, today, edge, units), strict=True):
            for one in asked[organs, unit]:
                found[one] = _part_of(told, one)
    return found


def _organs_told(actor: Actor, narrowed: Filter, today: date) -> tuple[int, ...]:
    """The organs whose running totals tell the number; none where they do not."""
    if narrowed.scope == "ours" or sum(getattr(narrowed, name) for name in TOLD_OF) > 1:
        return ()
    if replace(narrowed, late=False, soon=False, rest=False) != Filter(
        scope=narrowed.scope, unit_id=narrowed.unit_id
    ):
        return ()
    sight = sight_on(actor, narrowed, today)
    return () if sight.by_key or sight.everything else tuple(sight.organs)


def _part_of(told: UnitCount, narrowed: Filter) -> int:
    return next((int(getattr(told, name)) for name in TOLD_OF if getattr(narrowed, name)), sum(told))


def _of_words(actor: Actor, narrowed: Filter, today: date, most: int | None) -> Total:
    seen, edge, step = 0, None, most or STEP
    while True:
        ids = search.newest(narrowed.text, below=edge, limit=step + 1)
        found = ids[:step]
        seen += narrow(actor, narrowed, today, any_group=True).filter(pk__in=found).count()
        if most or len(ids) <= step:
            return Total(seen, more=len(ids) > step)
        edge = found[-1]
