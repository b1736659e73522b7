"""Reading a desk: the four boxes, and how much lies in them."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from django.db.models import QuerySet

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.keysets import merged, ordered
from zhongshu.kernel.paging import Page, encode_cursor
from zhongshu.kernel.prepared import Listed, filled, prepared
from zhongshu.kernel.told import Told
from zhongshu.matters import registry
from zhongshu.matters.models import Assignment, Matter, Role

PAGE = 25
MOST = 300
READING = (Role.READ,)
OF_A_ROW = ("kind", "title", "state", "urgency")
"""What a row of a desk tells of its matter, beside its kind's notes."""
Slip = tuple[date, int, str]


@dataclass(frozen=True, slots=True)
class Counts:
    """How much lies on a desk; counting stops at ``MOST`` for each of the person's and his units' parts.

    ``late`` and ``today`` are those of ``todo`` that are past their date or due today.
    """

    todo: int
    toread: int
    late: int
    today: int


def desk(actor: Actor, *, reading: bool = False) -> tuple[QuerySet[Assignment], QuerySet[Assignment]]:
    """What lies open before ``actor``: held in person, and held by his units with nobody named.

    Two querysets, because each reads one index; both are ordered by date.
    """
    mine, ours = _held_by(_person(actor)), _held_for(_units(actor))
    return _in_box(mine, reading=reading), _in_box(ours, reading=reading)


def _in_box(held: QuerySet[Assignment], *, reading: bool) -> QuerySet[Assignment]:
    return held.filter(role__in=READING) if reading else held.exclude(role__in=READING)


def _units(actor: Actor) -> tuple[int, ...]:
    return tuple(sorted(actor.unit_ids))


def _person(actor: Actor) -> int:
    return actor.in_name_of or 0


def _held_by(person_id: int) -> QuerySet[Assignment]:
    return Assignment.objects.filter(done_at__isnull=True, holder_person_id=person_id).order_by("due", "id")


def _held_for(unit_ids: tuple[int, ...]) -> QuerySet[Assignment]:
    unnamed = Assignment.objects.filter(done_at__isnull=True, holder_person__isnull=True)
    return unnamed.filter(holder_unit__pk__in=unit_ids).order_by("due", "id")


def todo(
    actor: Actor, *, reading: bool = False, cursor: str = "", before: str = "", size: int = PAGE
) -> Page[Assignment]:
    """One page of the to-do box (or of the to-read box), earliest date first."""
    mine, ours = (
        ordered(part.select_related("holder_unit", *_matter()), due=date.fromisoformat, id=int)
        for part in desk(actor, reading=reading)
    )
    return merged(mine, ours).page(after=cursor, before=before, size=size)


def lines(
    actor: Actor, *, reading: bool = False, cursor: str = "", before: str = ""
) -> Page[Told[Assignment]]:
    """The same page as the database told it, with what a desk tells and nothing else."""

    def listed(
        code: str, held: Callable[[Sequence[Any]], QuerySet[Assignment]], *values: int
    ) -> Listed[Assignment]:
        def build(places: Sequence[Any]) -> QuerySet[Assignment]:
            return _columns(_in_box(held(places), reading=reading))

        return Listed((code, reading, len(values)), values, build)

    mine = listed("desk of a person", lambda places: _held_by(*places), _person(actor))
    ours = listed("desk of units", lambda places: _held_for(tuple(places)), *_units(actor))
    first, second = (ordered(part, due=date.fromisoformat, id=int) for part in (mine, ours))
    return merged(first, second).page(after=cursor, before=before, size=PAGE)


def _columns(found: QuerySet[Assignment]) -> QuerySet[Assignment]:
    told = [f"matter__{name}" for name in (*OF_A_ROW, *registry.read_for_notes())]
    return found.select_related(*_matter()).only("due", "role", *told)


def done(actor: Actor, *, cursor: str = "", before: str = "", size: int = PAGE) -> Page[Assignment]:
    """What ``actor`` has finished, newest first."""
    found = Assignment.objects.filter(done_by_id=actor.person_id, done_at__isnull=False)
    rows = found.select_related(*_matter())
    newest = ordered(rows, newest_first=True, done_at=datetime.fromisoformat, id=int)
    return newest.page(after=cursor, before=before, size=size)


def started(actor: Actor, *, cursor: str = "", before: str = "", size: int = PAGE) -> Page[Matter]:
    """What ``actor`` has opened, newest first."""
    found = Matter.objects.filter(drafter_id=actor.in_name_of)
    newest = ordered(found.select_related("lead_unit", *registry.related()), newest_first=True, id=int)
    return newest.page(after=cursor, before=before, size=size)


def counts(actor: Actor, today: date) -> Counts:
    """Sizes of the boxes that say what is still to do, earliest dates counted first."""
    return _counted(_slips(actor), today)


def top_of_desk(actor: Actor, today: date, *, reading: bool = False) -> tuple[Counts, Page[Told[Assignment]]]:
    """The counts together with the first page of ``lines``: one look at the desk for both."""
    slips = _slips(actor)
    wanted = _first(slips, reading=reading)
    if wanted is None:
        return _counted(slips, today), lines(actor, reading=reading)
    told = _with_matters.told(filled([pk for _due, pk, _role in wanted], PAGE + 1))
    found = {row.pk: row for row in told}
    there = [slip for slip in wanted if slip[1] in found]
    shown = there[:PAGE]
    more = encode_cursor((shown[-1][0].isoformat(), shown[-1][1])) if len(there) > PAGE else ""
    return _counted(slips, today), Page([found[pk] for _due, pk, _role in shown], more)


def _first(slips: list[list[Slip]], *, reading: bool) -> list[Slip] | None:
    """The slips of the first page and one more; None where parts are cut off too early to tell."""
    cut = min((part[-1] for part in slips if len(part) == MOST), default=None)
    in_box = ((slip for slip in part if (slip[2] in READING) == reading) for part in slips)
    found = sorted(slip for part in in_box for slip in islice(part, PAGE + 1))[: PAGE + 1]
    if cut is None or (len(found) > PAGE and found[-1] <= cut):
        return found
    return None


@prepared
def _with_matters(ids: tuple[int, ...]) -> QuerySet[Assignment]:
    return _columns(Assignment.objects.filter(pk__in=ids))


def _slips(actor: Actor) -> list[list[Slip]]:
    """Date, id and role of what lies on the desk, no more than ``MOST`` of each part."""
    return [_slips_of(_person(actor)), _slips_for(_units(actor))]


@prepared
def _slips_of(person_id: int) -> QuerySet[Assignment, Slip]:
    return _held_by(person_id).values_list("due", "pk", "role")[:MOST]


@prepared
def _slips_for(unit_ids: tuple[int, ...]) -> QuerySet[Assignment, Slip]:
    return _held_for(unit_ids).values_list("due", "pk", "role")[:MOST]


def _counted(slips: Sequence[Sequence[Slip]], today: date) -> Counts:
    """Each part of ``slips`` stands by date."""
    reading = [[slip for slip in part if slip[2] in READING] for part in slips]
    tomorrow = today + timedelta(days=1)

    def acting(before: date) -> int:
        of_all, of_reading = (sum(bisect_left(part, (before,)) for part in some) for some in (slips, reading))
        return of_all - of_reading

    late, toread = acting(today), sum(map(len, reading))
    todo = sum(map(len, slips)) - toread
    return Counts(todo=todo, toread=toread, late=late, today=acting(tomorrow) - late)


def _matter() -> list[str]:
    return ["matter", *(f"matter__{name}" for name in registry.related())]
