"""The ledger: pages of matters by date, by end, or by words, narrowed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache, partial
from typing import Any

from django.db.models import Expression, QuerySet

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.keysets import ordered
from zhongshu.kernel.paging import Key, Keyset, Page
from zhongshu.kernel.prepared import Listed, filled
from zhongshu.kernel.told import Told
from zhongshu.matters import services as matters
from zhongshu.matters.models import LOOKED_UP, Group, Matter, Sight
from zhongshu.platform.search import queries as search
from zhongshu.platform.workdays.queries import calendar
from zhongshu.supervision.models import KIND
from zhongshu.supervision.queries.counted import Counted, in_stage, kept, morning_of
from zhongshu.supervision.queries.rounds import LIVE, unreported_ids

MOST_KNOWN = 200
SORTED_AT_MOST = 2000
"""Of the matters of an organ: where it has no more, a list by stage begins at the organ and is sorted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter(Counted):
    """What a ledger is narrowed to; every field lives in the URL.

    ``scope``  "ours" for what the actor's units carry out; "listed" for what the board counts: all that the
               actor lists, also where a unit is named; "" for that, and for what else he knows of a unit.
    """

    text: str = ""
    scope: str = ""
    state: str = ""
    unit_id: int | None = None
    late: bool = False
    soon: bool = False
    risk: bool = False
    unreported: bool = False
    due_from: date | None = None
    due_to: date | None = None
    origin: str = ""
    closed: bool = False
    ended_from: date | None = None


def ledger(
    actor: Actor, narrowed: Filter, *, today: date, cursor: str = "", before: str = "", size: int = 25
) -> Page[Matter]:
    """One page of the ledger: open matters by date, earliest first; closed ones newest first, or longest in a stage.

    With words to search for, the newest matters that contain them, open or closed.
    ``cursor`` and ``before`` are the cursors of the page before and behind.
    """
    return lines(actor, narrowed, today=today, cursor=cursor, before=before, size=size).of(Told.made)


def lines(
    actor: Actor, narrowed: Filter, *, today: date, cursor: str = "", before: str = "", size: int = 25
) -> Page[Told[Matter]]:
    """The same page as the database told it, for who remembers how each line is drawn."""
    return _order_of(narrowed)(actor, narrowed, today).page(after=cursor, before=before, size=size)


def _order_of(narrowed: Filter) -> Callable[[Actor, Filter, date], Keyset[Told[Matter]]]:
    if narrowed.text:
        return _searched
    if narrowed.lingered:
        return _by_stage
    return _closed if narrowed.closed or narrowed.whatever_became else _by_due


def _by_due(actor: Actor, narrowed: Filter, today: date) -> Keyset[Told[Matter]]:
    return ordered(listed(actor, narrowed, today), current_due=date.fromisoformat, id=int)


def _closed(actor: Actor, narrowed: Filter, today: date) -> Keyset[Told[Matter]]:
    return ordered(listed(actor, narrowed, today), newest_first=True, id=int)


def _by_stage(actor: Actor, narrowed: Filter, today: date) -> Keyset[Told[Matter]]:
    order: dict[str, Any] = {f"directive__took_{narrowed.lingered}": int, "directive__matter_id": int}
    return ordered(listed(actor, narrowed, today), newest_first=True, **order)


def _searched(actor: Actor, narrowed: Filter, today: date) -> Keyset[Told[Matter]]:
    allowed = listed(actor, narrowed, today, any_group=True)

    def older(edge: int | None, most: int) -> list[int]:
        return search.newest(narrowed.text, below=edge, limit=most)

    def newer(edge: int | None, most: int) -> list[int]:
        return search.next_newer(narrowed.text, above=edge or 0, limit=most)

    def following(key: Key | None, most: int) -> list[Told[Matter]]:
        return _gathered(allowed, older, int(str(key[0])) if key else None, most)

    def preceding(key: Key, most: int) -> list[Told[Matter]]:
        return _gathered(allowed, newer, int(str(key[0])), most)

    return Keyset(following, preceding, lambda line: (line.pk,), (int,))


def _gathered(
    allowed: Listed[Matter], step: Callable[[int | None, int], list[int]], edge: int | None, most: int
) -> list[Told[Matter]]:
    """The first ``most`` of those found that are ``allowed``; ``step`` finds further ids from an edge on."""
    rows: list[Told[Matter]] = []
    limit = most  # enough for whoever may see all; the others look further, in longer steps
    while len(rows) < most:
        ids = step(edge, limit)
        if not ids:
            break
        seen = {line.pk: line for line in _some(allowed, ids, limit)}
        rows += [seen[one] for one in ids if one in seen]
        limit = most * 4
        edge = ids[-1]
    return rows[:most]


def _some(allowed: Listed[Matter], ids: list[int], most: int) -> list[Told[Matter]]:
    """Those of ``ids``, at most ``most``, that are ``allowed``."""
    return allowed.rows("some", filled(ids, most), lambda found, places: found.filter(pk__in=places))


def listed(actor: Actor, narrowed: Filter, today: date, *, any_group: bool = False) -> Listed[Matter]:
    """The rows of the ledger, as ``narrow`` gives them, put into SQL once for each way of narrowing."""
    return _listed(actor, narrowed, today, edge_of(narrowed, today), any_group=any_group)


def listed_each(actor: Actor, many: Sequence[Filter], today: date) -> list[Listed[Matter]]:
    """The rows under each of ``many`` filters; the calendar is looked at once for all of them."""
    of_day = cache(partial(edge_of, today=today))
    plain = [Filter(soon=one.soon or one.rest) for one in many]
    return [_listed(actor, one, today, of_day(asked)) for one, asked in zip(many, plain, strict=True)]


def _listed(
    actor: Actor, narrowed: Filter, today: date, edge: date, *, any_group: bool = False
) -> Listed[Matter]:
    sight, ours = sight_on(actor, narrowed, today, any_group=any_group), _ours(actor, narrowed)
    units = (narrowed.unit_id,) if narrowed.unit_id else ()
    same = _alike(narrowed)

    def build(places: Sequence[Any]) -> QuerySet[Matter]:
        asked = replace(same, unit_id=places[1]) if units else same
        seen = _seen(sight, places[0], ours, narrowed.lingered)
        return _columns(_narrowed(seen, asked, today, edge, any_group=any_group), narrowed.lingered)

    question = ("ledger", sight, ours, same, bool(units), today, edge, any_group)
    return Listed(question, (list(actor.principals), *units), build)


@lru_cache(MOST_KNOWN)
def _alike(narrowed: Filter) -> Filter:
    """What filters have in common that are put into SQL alike: any words, any unit."""
    return replace(narrowed, text="", unit_id=0 if narrowed.unit_id == 0 else None)


def narrow(actor: Actor, narrowed: Filter, today: date, *, any_group: bool = False) -> QuerySet[Matter]:
    """The matters of the ledger that ``actor`` may see, narrowed by everything but words."""
    sight = sight_on(actor, narrowed, today, any_group=any_group)
    seen = _seen(sight, actor.principals, _ours(actor, narrowed), narrowed.lingered)
    return _narrowed(seen, narrowed, today, edge_of(narrowed, today), any_group=any_group)


def _narrowed(
    seen: QuerySet[Matter], narrowed: Filter, today: date, edge: date, *, any_group: bool
) -> QuerySet[Matter]:
    found = seen.filter(kind=KIND)
    if any_group:
        found = found.exclude(group=Group.VOID)
    elif narrowed.whatever_became:
        found = found.filter(group__in=(Group.OPEN, Group.CLOSED))
    else:
        found = found.filter(group=Group.CLOSED if narrowed.closed else Group.OPEN)
    if narrowed.unit_id is not None:
        found = found.filter(lead_unit_id=narrowed.unit_id or None)  # nought: no unit leads yet
    if narrowed.state:
        found = found.filter(state=narrowed.state)
    if narrowed.origin:
        found = found.filter(directive__origin=narrowed.origin)
    if narrowed.late:
        found = found.filter(group=Group.OPEN, current_due__lt=today, stopped_on=None)
    if narrowed.soon:
        found = found.filter(group=Group.OPEN, current_due__gte=today, current_due__lte=edge, stopped_on=None)
    if narrowed.risk:
        found = found.exclude(directive__risk="")
    if narrowed.unreported:
        found = found.filter(pk__in=unreported_ids(today), state__in=LIVE)
    if narrowed.ended_from:
        found = found.filter(closed_at__gte=morning_of(narrowed.ended_from))
    if narrowed.due_from:
        found = found.filter(current_due__gte=narrowed.due_from)
    if narrowed.due_to:
        found = found.filter(current_due__lte=narrowed.due_to)
    return kept(found, narrowed, edge)


def edge_of(narrowed: Filter, today: date) -> date:
    """The last date that is soon, where that is asked for."""
    return matters.yellow_until(today, calendar()) if narrowed.soon or narrowed.rest else today


def _ours(actor: Actor, narrowed: Filter) -> tuple[int, ...] | None:
    """The units whose matters alone are asked for, None for any."""
    return tuple(sorted(actor.unit_ids | actor.led_unit_ids)) if narrowed.scope == "ours" else None


def _seen(
    sight: Sight, keys: Sequence[str] | Expression, units: tuple[int, ...] | None, stage: str
) -> QuerySet[Matter]:
    seen = Matter.objects.within(sight, keys)
    if units is not None:
        seen = seen.filter(lead_unit_id__in=units)
    return seen.filter(in_stage(stage, walked=sight.walked)) if stage else seen


def sight_on(actor: Actor, narrowed: Filter, today: date, *, any_group: bool = False) -> Sight:
    """Where his units, one unit, or the words have made the list short, also what else he knows of."""
    short = narrowed.scope == "ours" or (narrowed.scope != "listed" and (narrowed.unit_id or any_group))
    sight = Sight.of(actor) if short else Matter.objects.sight_of_lists(actor)
    return replace(sight, walked=True) if narrowed.lingered and not _is_few(sight, today) else sight


def _is_few(sight: Sight, today: date) -> bool:
    """Whether all that is seen so is few enough to be sorted for a page."""
    if sight.organs and not sight.by_key:
        return not _own_much(sight.organs, today)
    return sight.by_key == LOOKED_UP


@lru_cache(MOST_KNOWN)
def _own_much(organs: tuple[int, ...], today: date) -> bool:
    """Whether all that ``organs`` own is too much to be sorted for a page; looked at once a day.

    Only how the database goes about it hangs on this, not what it finds: that it may be some hours old does no harm.
    """
    owned = Matter.objects.filter(organ_id__in=organs, kind=KIND).order_by()
    return owned.values_list("pk")[: SORTED_AT_MOST + 1].count() > SORTED_AT_MOST


def _columns(found: QuerySet[Matter], lingered: str) -> QuerySet[Matter]:
    return found.select_related("lead_unit", "directive").only(
        "number",
        "title",
        "state",
        "group",
        "urgency",
        "original_due",
        "current_due",
        "closed_at",
        "due_is_provisional",
        "stopped_on",
        "long_term",
        "organ_id",
        "waits_for",
        "lead_unit__short_name",
        "directive__source_title",
        "directive__origin",
        "directive__owner_name",
        "directive__ended_reason",
        "directive__last_progress",
        "directive__last_progress_at",
        "directive__blocker",
        "directive__risk",
        "directive__blocked_since",
        *([f"directive__took_{lingered}"] if lingered else ()),
    )
