"""Figures asked of units: what a matter still waits for, what is known already, what was asked twice (law 11)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import Count, Min, Q, QuerySet

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.keysets import ordered
from zhongshu.kernel.paging import Page
from zhongshu.kernel.prepared import prepared
from zhongshu.org.models import Duty
from zhongshu.supervision.models import Ask, Directive

ASK_OPEN = Q(given_at__isnull=True, lapsed_at__isnull=True)
OVERSEEING = (Duty.SUPERVISE, Duty.APPROVE_SUPERVISION, Duty.LEAD_ORGAN, Duty.AUDIT)


def asks(directive: Directive) -> list[Ask]:
    """The figures asked with a matter that the caller may see, the newest first."""
    found = directive.asks.select_related("asked_by", "given_by", "again_of__directive__matter")
    return list(found.order_by("-asked_at", "-id"))


def keys_asked(directive: Directive) -> set[str]:
    """The facts that were asked for with a matter, for whatever period."""
    return set(directive.asks.values_list("key", flat=True))


def open_asks(directive: Directive) -> list[Ask]:
    """The figures of a matter that are not given yet."""
    return _open(directive.pk)


@prepared
def _open(directive_id: int) -> QuerySet[Ask]:
    return Ask.objects.filter(ASK_OPEN, directive_id=directive_id).order_by("id")


def known_values(open_ones: Sequence[Ask]) -> dict[int, Ask]:
    """For each open ask, by its id, what the same unit gave for the same fact, whatever matter asked for it.

    Of the same period it is the value asked for; where there is none, the last of another period is shown beside it.
    """
    if not open_ones:
        return {}
    first, keys = open_ones[0], {one.key for one in open_ones}
    same = Ask.objects.filter(organ_id=first.organ_id, unit_id=first.unit_id, key__in=keys)
    given = list(same.filter(given_at__isnull=False).order_by("given_at", "id"))
    last = {one.key: one for one in given}
    exact = {(one.key, one.period): one for one in given}
    known = {one.pk: exact.get((one.key, one.period)) or last.get(one.key) for one in open_ones}
    return {pk: one for pk, one in known.items() if one}


def asked_before(organ_id: int, unit_id: int, keys: Collection[str], period: str) -> dict[str, Ask]:
    """Who asked the same unit for the same facts first, by key; what lapsed ungiven asked for nothing."""
    asked = Ask.objects.filter(organ_id=organ_id, unit_id=unit_id, key__in=keys, period=period)
    found = asked.filter(lapsed_at__isnull=True)
    first: dict[str, Ask] = {}
    for one in found.select_related("directive__matter", "asked_by").order_by("id"):
        first.setdefault(one.key, one)
    return first


def lately_asked(organ_id: int, unit_id: int | None, *, most: int = 12) -> list[Ask]:
    """What the unit was asked for last, for whoever is about to ask."""
    if unit_id is None:
        return []
    found = Ask.objects.filter(organ_id=organ_id, unit_id=unit_id).select_related("directive__matter")
    return list(found.order_by("-id")[:most])


@dataclass(frozen=True, slots=True, kw_only=True)
class AskFilter:
    """What the list of asks is narrowed to; every field lives in the URL."""

    unit_id: int | None = None
    key: str = ""
    again: bool = False


def narrow_asks(actor: Actor, narrowed: AskFilter) -> QuerySet[Ask]:
    """The asks of the organs that ``actor`` oversees, narrowed."""
    organs = actor.organs_with(*OVERSEEING)
    found = Ask.objects.filter(organ_id__in=sorted(organs))
    if narrowed.unit_id:
        found = found.filter(unit_id=narrowed.unit_id)
    if narrowed.key:
        found = found.filter(key=narrowed.key)
    return found.filter(again_of__isnull=False) if narrowed.again else found


def asks_page(
    actor: Actor, narrowed: AskFilter, *, cursor: str = "", before: str = "", size: int = 25
) -> Page[Ask]:
    """One page of the asks behind a number, the newest first."""
    rows = narrow_asks(actor, narrowed).select_related(
        "directive__matter", "unit", "asked_by", "again_of__directive__matter"
    )
    return ordered(rows, newest_first=True, id=int).page(after=cursor, before=before, size=size)


Counted = tuple[object, str, int, int]


def asks_by_unit(actor: Actor) -> list[Counted]:
    """Each unit: its id and name, how many figures it was asked for, how many of them again."""
    found = narrow_asks(actor, AskFilter()).order_by().values("unit_id", "unit__short_name")
    counted = found.annotate(asked=Count("pk"), again=Count("pk", filter=_AGAIN))
    rows = counted.order_by("-again", "-asked", "unit_id")[:30]
    return [(one["unit_id"], one["unit__short_name"], one["asked"], one["again"]) for one in rows]


def asks_by_fact(actor: Actor) -> list[Counted]:
    """Each fact asked again: its key and a label, how often it was asked, how often again."""
    found = narrow_asks(actor, AskFilter()).order_by().values("key")
    counted = found.annotate(named=Min("label"), asked=Count("pk"), again=Count("pk", filter=_AGAIN))
    rows = counted.filter(again__gt=0).order_by("-again", "-asked", "key")[:30]
    return [(one["key"], one["named"], one["asked"], one["again"]) for one in rows]


_AGAIN = Q(again_of__isnull=False)
