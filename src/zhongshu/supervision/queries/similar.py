"""Open matters that may be the same once more: object, topic, period (rule D-04)."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from operator import add

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.prepared import filled, prepared
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Group, Matter
from zhongshu.platform.search import queries as search
from zhongshu.supervision import rules
from zhongshu.supervision.models import KIND

LOOKED_AT, SHOWN = 300, 5
NEWEST, FOUND_BY_WORDS = 5000, 50
"""In so many of the newest texts the words of the title are looked for; so many that hold them are compared."""
Titled = tuple[int, str, date | None]
_NOISE = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Similar:
    """An open matter that is like the one in hand, and in what.

    ``topic`` per cent of the titles' pairs of characters that both have; ``shared`` the longest words that
    both have; ``days_apart`` between the two dates, None where one has none.
    """

    matter: Matter
    topic: int
    shared: str
    same_lead: bool
    days_apart: int | None


def similar(
    actor: Actor,
    organ_id: int,
    *,
    title: str,
    lead_id: int | None,
    due: date | None,
    but: Iterable[int] = (),
) -> list[Similar]:
    """The open matters of the organ that ``title`` for ``lead_id`` may repeat, the likest first.

    Compared, all of them within the period: what the lead unit has in hand, the latest date first; whatever bears
    the very same title, whoever leads it; and of the newest texts those that hold every word of the title.
    Each is read through an index and bounded, so that it costs the same in a large house: the organ of what the
    lead unit has is asked for as an expression, lest SQLite read through all of the organ. ``but`` are ids left
    out: those opened together with it. Those that ``actor`` may not know of are not among them.
    """
    apart = rules.D_04_period(due) or (date.min, date.max)
    seen = _led(organ_id, lead_id, *apart) if lead_id else []
    alike = _alike([*seen, *_named(organ_id, title, apart)], title, due) - set(but)
    known = Matter.objects if matters.oversees(actor, organ_id) else Matter.objects.visible_to(actor)
    return _likest(known.filter(pk__in=alike), title, lead_id, due) if alike else []


def in_hand(
    actor: Actor, organ_id: int, *, title: str, lead_id: int, due: date, but: Iterable[int] = ()
) -> tuple[list[Similar], int]:
    """What ``lead_id`` has in hand for the organ that ``title`` may repeat: as a part is looked up.

    Beside those that ``actor`` may know of, how many there are that he may not: that much may be told him.
    """
    apart = rules.D_04_period(due) or (due, due)
    alike = _alike(_led(organ_id, lead_id, *apart), title, due) - set(but)
    known = Matter.objects.visible_to(actor).filter(pk__in=alike) if alike else Matter.objects.none()
    return _likest(known, title, lead_id, due), len(alike) - known.count()


def _alike(seen: Iterable[Titled], title: str, due: date | None) -> set[int]:
    mine = _pairs(title)
    return {pk for pk, other, day in seen if rules.D_04_alike(_dice(mine, _pairs(other)), due=due, other=day)}


def _likest(known: QuerySet[Matter], title: str, lead_id: int | None, due: date | None) -> list[Similar]:
    found = known.select_related("lead_unit").defer("body")
    compared = (_compared(matter, title, lead_id, due) for matter in found)
    return sorted(compared, key=lambda one: (-one.topic, not one.same_lead, -one.matter.pk))[:SHOWN]


def _titles(**which: object) -> QuerySet[Matter, Titled]:
    """What is compared of each open matter: few of hundreds are like it, and only those are read whole."""
    is_open = Matter.objects.filter(kind=KIND, group=Group.OPEN, **which)
    return is_open.values_list("pk", "title", "current_due")


@prepared
def _led(organ_id: int, lead_id: int, first: date, last: date) -> QuerySet[Matter, Titled]:
    led = _titles(lead_unit_id=lead_id, current_due__range=(first, last)).alias(owner=Coalesce("organ_id", 0))
    return led.filter(owner=organ_id).order_by("-current_due", "-pk")[:LOOKED_AT]


@prepared
def _titled(organ_id: int, title: str, first: date, last: date) -> QuerySet[Matter, Titled]:
    return _titles(organ_id=organ_id, title=title, current_due__range=(first, last))[:LOOKED_AT]


@prepared
def _titled_or_worded(
    organ_id: int, title: str, first: date, last: date, worded: tuple[int, ...]
) -> QuerySet[Matter, Titled]:
    same = _titles(organ_id=organ_id, title=title, current_due__range=(first, last))
    return same.union(_titles(organ_id=organ_id, pk__in=worded))[:LOOKED_AT]


@prepared
def _newest() -> QuerySet[Matter, int]:
    return Matter.objects.order_by("-pk").values_list("pk", flat=True)[:1]


def _named(organ_id: int, title: str, apart: tuple[date, date]) -> list[Titled]:
    """Those of the very same title, and of the newest texts those that hold every word of it."""
    newest = _newest.first() or 0
    worded = search.reaching(title, above=max(0, newest - NEWEST), limit=FOUND_BY_WORDS)
    if not worded:
        return _titled(organ_id, title, *apart)
    return _titled_or_worded(organ_id, title, *apart, filled(worded, FOUND_BY_WORDS))


def likeness(one: str, other: str) -> int:
    """How alike two titles are: the share of common pairs of characters (Dice), per cent."""
    return _dice(_pairs(one), _pairs(other))


def _dice(mine: set[str], yours: set[str]) -> int:
    return round(200 * len(mine & yours) / (len(mine) + len(yours))) if mine and yours else 0


def _compared(matter: Matter, title: str, lead_id: int | None, due: date | None) -> Similar:
    mine, yours = _levelled(title), _levelled(matter.title)
    run = SequenceMatcher(None, mine, yours, autojunk=False).find_longest_match()
    apart = abs((due - matter.current_due).days) if due and matter.current_due else None
    shared = mine[run.a : run.a + run.size]
    return Similar(matter, likeness(title, matter.title), shared, matter.lead_unit_id == lead_id, apart)


def _levelled(text: str) -> str:
    return _NOISE.sub("", unicodedata.normalize("NFKC", text).casefold())


def _pairs(text: str) -> set[str]:
    words = _levelled(text)
    return set(map(add, words, words[1:]))
