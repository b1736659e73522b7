"""Open matters that may be the same once more: object, topic, period (rule D-04)."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from zhongshu.kernel.actors import Actor
from zhongshu.matters.models import Group, Matter
from zhongshu.platform.search import queries as search
from zhongshu.supervision import rules
from zhongshu.supervision.models import KIND

LOOKED_AT, SHOWN = 300, 5
NEWEST, FOUND_BY_WORDS = 5000, 50
"""In so many of the newest texts the words of the title are looked for; so many that hold them are compared."""
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
    out: those opened together with it.
    """
    is_open = Matter.objects.visible_to(actor).filter(_in_period(due), kind=KIND, group=Group.OPEN)
    rows = is_open.exclude(pk__in=left_out) if (left_out := list(but)) else is_open
    led = rows.alias(owner=Coalesce("organ_id", 0)).filter(owner=organ_id, lead_unit_id=lead_id)
    owned = rows.filter(organ_id=organ_id)
    seen = [*_titles(led.order_by("-current_due", "-pk")[:LOOKED_AT])]
    seen += _titles(owned.filter(title=title)).union(_titles(owned.filter(pk__in=_worded(title))))[:LOOKED_AT]
    mine = _pairs(title)
    alike = {
        pk for pk, other, day in seen if rules.D_04_alike(_dice(mine, _pairs(other)), due=due, other=day)
    }
    if not alike:
        return []
    found = Matter.objects.select_related("lead_unit").defer("body").filter(pk__in=alike)
    compared = (_compared(matter, title, lead_id, due) for matter in found)
    return sorted(compared, key=lambda one: (-one.topic, not one.same_lead, -one.matter.pk))[:SHOWN]


def _titles(rows: QuerySet[Matter]) -> QuerySet[Matter, tuple[int, str, date | None]]:
    """What is compared of each: few of hundreds are like it, and only those are read whole."""
    return rows.values_list("pk", "title", "current_due")


def _worded(title: str) -> list[int]:
    """Those of the newest texts that hold every word of the title."""
    newest = Matter.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    return search.reaching(title, above=max(0, newest - NEWEST), limit=FOUND_BY_WORDS)


def _in_period(due: date | None) -> Q:
    """The period within which rule D-04 takes two open matters, which always have a date, for one."""
    apart = rules.D_04_period(due)
    return Q(current_due__range=apart) if apart else Q()


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
    return {words[i : i + 2] for i in range(len(words) - 1)}
