"""Open matters that may be the same once more: object, topic, period (rule D-04)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.prepared import filled, prepared
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Group, Matter
from zhongshu.platform.search import queries as search
from zhongshu.supervision import rules
from zhongshu.supervision.models import KIND
from zhongshu.supervision.queries.titles import Title, levelled, likeness

LOOKED_AT, SHOWN = 300, 5
NEWEST, FOUND_BY_WORDS = 5000, 50
"""In so many of the newest texts the words of the title are looked for; so many that hold them are compared."""
Titled = tuple[int, str, date | None]


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


@dataclass(frozen=True, slots=True)
class Sought:
    """What may be the same once more: its title, who is to lead it, until when."""

    title: str
    lead_id: int | None
    due: date | None

    @property
    def period(self) -> tuple[date, date]:
        """The dates between which it is compared with others."""
        return rules.D_04_period(self.due) or (date.min, date.max)


def similar(
    actor: Actor, organ_id: int, sought: Sequence[Sought], *, but: Iterable[int] = ()
) -> list[list[Similar]]:
    """The open matters of the organ that each of ``sought`` may repeat, the likest first.

    Compared, all of them within the period: what the lead unit has in hand, the latest date first; whatever bears
    the very same title, whoever leads it; and of the newest texts those that hold every word of the title.
    Each is read through an index and bounded, so that it costs the same in a large house: the organ of what the
    lead unit has is asked for as an expression, lest SQLite read through all of the organ. However many are
    sought, so many statements are asked. ``but`` are ids left out: those opened together with it. Those that
    ``actor`` may not know of are not among them.
    """
    if not sought:
        return []
    left_out, words = set(but), _Levelled()
    seen = zip(_led_each(organ_id, sought), _named_each(organ_id, sought), strict=True)
    alike = [
        _alike([*led, *named], one.title, one.due, words) - left_out
        for one, (led, named) in zip(sought, seen, strict=True)
    ]
    known = _known(actor, organ_id, set().union(*alike))
    return [
        _likest((known[pk] for pk in some if pk in known), one)
        for one, some in zip(sought, alike, strict=True)
    ]


def _known(actor: Actor, organ_id: int, ids: set[int]) -> dict[int, Matter]:
    """Those of ``ids`` that ``actor`` may know of."""
    if not ids:
        return {}
    known = Matter.objects if matters.oversees(actor, organ_id) else Matter.objects.visible_to(actor)
    return {matter.pk: matter for matter in _to_be_shown(known.filter(pk__in=ids))}


def in_hand(
    actor: Actor, organ_id: int, *, title: str, lead_id: int, due: date, but: Iterable[int] = ()
) -> tuple[list[Similar], int]:
    """What ``lead_id`` has in hand for the organ that ``title`` may repeat: as a part is looked up.

    Beside those that ``actor`` may know of, how many there are that he may not: that much may be told him.
    """
    apart = rules.D_04_period(due) or (due, due)
    alike = _alike(_led(organ_id, lead_id, *apart), title, due, _Levelled()) - set(but)
    known = list(_to_be_shown(Matter.objects.visible_to(actor).filter(pk__in=alike))) if alike else []
    return _likest(known, Sought(title, lead_id, due)), len(alike) - len(known)


def _alike(seen: Iterable[Titled], title: str, due: date | None, words: "_Levelled") -> set[int]:
    mine, least = Title(title), rules.D_04_least()
    weighed = ((pk, mine.likeness(words[other], least=least), day) for pk, other, day in seen)
    return {pk for pk, topic, day in weighed if topic and rules.D_04_alike(topic, due=due, other=day)}


def _to_be_shown(known: QuerySet[Matter]) -> QuerySet[Matter]:
    return known.select_related("lead_unit").defer("body")


def _likest(known: Iterable[Matter], sought: Sought) -> list[Similar]:
    compared = (_compared(matter, sought) for matter in known)
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


def _led_each(organ_id: int, sought: Sequence[Sought]) -> list[list[Titled]]:
    """What the lead unit of each has in hand; one whose lead is not known has nothing there."""
    asked = [(organ_id, one.lead_id or 0, *one.period) for one in sought]
    once = list(dict.fromkeys(one for one in asked if one[1]))
    found = dict(zip(once, _led.each(once), strict=True))
    return [found.get(one, []) for one in asked]


def _named_each(organ_id: int, sought: Sequence[Sought]) -> list[list[Titled]]:
    """Those of the very same title, and of the newest texts those that hold every word of it."""
    newest = _newest.first() or 0
    titles = [one.title for one in sought]
    worded = search.reaching(titles, above=max(0, newest - NEWEST), limit=FOUND_BY_WORDS)
    plain = {place: (organ_id, one.title, *one.period) for place, one in enumerate(sought)}
    wider = {
        place: (*plain.pop(place), filled(ids, FOUND_BY_WORDS)) for place, ids in enumerate(worded) if ids
    }
    found = dict(zip(plain, _titled.each(list(plain.values())), strict=True))
    found |= dict(zip(wider, _titled_or_worded.each(list(wider.values())), strict=True))
    return [found[place] for place in range(len(sought))]


def _compared(matter: Matter, sought: Sought) -> Similar:
    due = sought.due
    mine, yours = levelled(sought.title), levelled(matter.title)
    run = SequenceMatcher(None, mine, yours, autojunk=False).find_longest_match()
    apart = abs((due - matter.current_due).days) if due and matter.current_due else None
    shared = mine[run.a : run.a + run.size]
    same_lead = matter.lead_unit_id == sought.lead_id
    return Similar(matter, likeness(sought.title, matter.title), shared, same_lead, apart)


class _Levelled(dict[str, str]):
    """Titles levelled once, however many they are held against."""

    def __missing__(self, title: str) -> str:
        words = self[title] = levelled(title)
        return words
