"""Open matters that may be the same once more: object, topic, period (rule D-04)."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from zhongshu.kernel.actors import Actor
from zhongshu.matters.models import Group, Matter
from zhongshu.platform.search import queries as search
from zhongshu.supervision import rules
from zhongshu.supervision.models import KIND

LOOKED_AT, SHOWN, FOUND_BY_WORDS = 300, 5, 20
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

    Looked at: what the lead unit has in hand, the newest first, and whatever holds every word of the
    title, whoever leads it. ``but`` are ids left out: those opened together with it.
    """
    is_open = Matter.objects.visible_to(actor).filter(kind=KIND, organ_id=organ_id, group=Group.OPEN)
    rows = is_open.exclude(pk__in=list(but)).select_related("lead_unit").defer("body")
    found = {row.pk: row for row in rows.filter(lead_unit_id=lead_id).order_by("-pk")[:LOOKED_AT]}
    by_words = search.newest(title, limit=FOUND_BY_WORDS)
    found |= {row.pk: row for row in rows.filter(pk__in=by_words)}
    compared = (_compared(matter, title, lead_id, due) for matter in found.values())
    alike = [one for one in compared if rules.D_04_alike(one.topic, due=due, other=one.matter.current_due)]
    return sorted(alike, key=lambda one: (-one.topic, not one.same_lead, -one.matter.pk))[:SHOWN]


def likeness(one: str, other: str) -> int:
    """How alike two titles are: the share of common pairs of characters (Dice), per cent."""
    mine, yours = _pairs(one), _pairs(other)
    if not mine or not yours:
        return 0
    return round(200 * len(mine & yours) / (len(mine) + len(yours)))


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
