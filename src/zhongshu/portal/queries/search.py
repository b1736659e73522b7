"""One box for everything: the exact number first, then matters newest first, then people and units by name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import BooleanField, F, Func, Q, QuerySet
from django.db.models.functions import Coalesce

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.paging import BAD_CURSOR, MANGLED, Page, decode_cursor, encode_cursor
from zhongshu.kernel.prepared import Listed, filled, prepared
from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.text import squeeze
from zhongshu.matters import registry
from zhongshu.matters.models import Matter, Sight
from zhongshu.org.models import Appointment, Person, Unit
from zhongshu.org.queries import in_force
from zhongshu.platform.search import queries as index
from zhongshu.ui.menu import Title
from zhongshu.ui.wording import short_date

SIZE = 20
NAMES = 6
# Ids looked at for one page: beyond it the page says "go on" rather than search for seconds.
ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Hit:
    """A matter found."""

    title: str
    url: str
    kind: Title
    icon: str
    number: str
    state: Title
    unit: str
    day: str


@dataclass(frozen=True, slots=True)
class Named:
    """A person or a unit found by name."""

    name: str
    note: str
    icon: str


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for ``text``; ``exact`` is the matter of that very number."""

    text: str
    exact: Hit | None = None
    hits: Page[Hit] = field(default_factory=lambda: Page(()))
    named: Sequence[Named] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.exact or self.hits.rows or self.named)


def find(
    actor: Actor, text: str, *, today: date, cursor: str = "", before: str = "", size: int = SIZE
) -> Found:
    """Everything ``actor`` may know of that ``text`` finds; nothing for an empty text."""
    text = squeeze(text)
    if not text:
        return Found("")
    found = _up_to(actor, text, before, size) if before else _below(actor, text, cursor, size)
    hits = Page([_hit(one, today) for one in found.rows], found.next_cursor, found.previous_cursor)
    if hits.previous_cursor:
        return Found(text, hits=hits)
    return Found(text, _exact(actor, text, today), hits, (*_units(text), *_people(text, today)))


def _exact(actor: Actor, text: str, today: date) -> Hit | None:
    found = _seen_by(actor).rows("numbered", (text,), lambda seen, places: _numbered(seen, places[0]))
    return _hit(found[0].made(), today) if found else None


def _numbered(seen: QuerySet[Matter], number: Any) -> QuerySet[Matter]:
    """That of this very number. Numbers are kept by organ, so each is asked; otherwise all matters would be read."""
    is_one = Func(F("number"), template="NOT (%(expressions)s = '')", output_field=BooleanField())
    organs = Unit.objects.values(home=Coalesce("organ_id", "pk"))
    return seen.filter(is_one, number=number, organ_id__in=organs).order_by("pk")[:1]


def _below(actor: Actor, text: str, cursor: str, size: int) -> Page[Matter]:
    """A page of matters older than the cursor, newest first."""
    start = _place(cursor) if cursor else None
    rows, stopped = _seen(actor, lambda at, most: index.newest(text, below=at, limit=most), start, size)
    last = rows[size - 1].pk if len(rows) > size else stopped
    following = encode_cursor((last,)) if last is not None else ""
    first = rows[0].pk if rows else (start or 0) - 1
    return Page(rows[:size], following, encode_cursor((first,)) if cursor else "")


def _up_to(actor: Actor, text: str, before: str, size: int) -> Page[Matter]:
    """The page of matters newer than the cursor that lies next to it; near the start, the first page whole."""
    start = _place(before)

    def newer(at: int | None, most: int) -> list[int]:
        return index.next_newer(text, above=at or 0, limit=most)

    rows, stopped = _seen(actor, newer, start, size)
    if stopped is None and len(rows) <= size:
        return _below(actor, text, "", size)
    shown = rows[:size][::-1]
    newest = shown[0].pk if len(rows) > size else stopped
    oldest = shown[-1].pk if shown else start + 1
    return Page(shown, encode_cursor((oldest,)), encode_cursor((newest,)))


def _seen(
    actor: Actor, step: Callable[[int | None, int], list[int]], start: int | None, size: int
) -> tuple[list[Matter], int | None]:
    """More than ``size`` matters that ``actor`` may know of, as far as a few steps reach; where one stopped
    looking, None at the end of everything."""
    rows: list[Matter] = []
    at, most = start, size + 1  # enough for whoever may know of all; the others look further, in longer steps
    for _round in range(ROUNDS):
        ids = step(at, most)
        seen = _some(actor, ids, most)
        rows += [seen[one] for one in ids if one in seen]
        at, most = ids[-1] if ids else None, size * 4
        if at is None or len(rows) > size:
            break
    return rows, at


def _some(actor: Actor, ids: list[int], most: int) -> dict[int, Matter]:
    """Those of ``ids``, at most ``most``, that ``actor`` may know of."""
    if not ids:
        return {}
    found = _seen_by(actor).rows("some", filled(ids, most), lambda seen, places: seen.filter(pk__in=places))
    return {one.pk: one.made() for one in found}


def _place(cursor: str) -> int:
    try:
        (place,) = decode_cursor(cursor)
        return int(str(place))
    except ValueError as broken:
        raise Refusal(BAD_CURSOR, MANGLED) from broken


def _seen_by(actor: Actor) -> Listed[Matter]:
    """What ``Matter.objects.visible_to(actor)`` gives, put into SQL once for each sight."""
    sight = Sight.of_every_kind(actor)

    def build(places: Sequence[Any]) -> QuerySet[Matter]:
        return Matter.objects.within(sight, places[0]).select_related("lead_unit").defer("body")

    return Listed(("search", sight), (list(actor.principals),), build)


def _hit(matter: Matter, today: date) -> Hit:
    kind = registry.kind_called(matter.kind)
    day = matter.closed_at or matter.opened_at
    return Hit(
        title=matter.title,
        url=kind.address(matter.pk),
        kind=kind.title,
        icon=kind.icon,
        number=matter.number,
        state=kind.state(matter.state),
        unit=str(matter.lead_unit or ""),
        day=short_date(day.date(), today) if day else "",
    )


def _units(text: str) -> list[Named]:
    found = _units_called(text)
    return [Named(unit.name, "" if unit.is_organ else str(unit.organ), "building") for unit in found]


@prepared
def _units_called(text: str) -> QuerySet[Unit]:
    called = Q(name__contains=text) | Q(short_name__contains=text) | Q(aliases__name__contains=text)
    found = Unit.objects.filter(called, closed_on__isnull=True).select_related("organ")
    return found.order_by("id").distinct()[:NAMES]


def _people(text: str, today: date) -> list[Named]:
    rows = _held_by_those_called(text, today)
    return [Named(one.person.name, f"{one.post.unit} · {one.post.title}", "user") for one in rows]


@prepared
def _held_by_those_called(text: str, today: date) -> QuerySet[Appointment]:
    """The people first: there are fewer of them than of posts they hold."""
    called = Person.objects.filter(name__contains=text, left_on__isnull=True)
    held = Appointment.objects.filter(in_force(today), person__in=called)
    return held.select_related("person", "post__unit").order_by("person__name", "id")[:NAMES]
