"""Lists of papers: waiting for me, handed in by me, all that I may know of."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from zhongshu.approvals import registry
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.keysets import ordered
from zhongshu.kernel.paging import Page
from zhongshu.matters.models import Assignment, Group, Matter, Role
from zhongshu.platform.search import queries as search

DECIDING = (Role.APPROVE, Role.HANDLE)
MOST_FOUND = 1000
"""So many papers a search for words looks through, the newest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What a list of papers is narrowed to; every field lives in the URL.

    ``scope``  "waiting" for what lies on the actor's desk to be decided, "mine" for what he handed in,
               "all" for all he may know of.
    """

    scope: str = "waiting"
    text: str = ""
    state: str = ""
    route: str = ""
    ended: bool = False


def listed(
    actor: Actor, narrowed: Filter, *, after: str = "", before: str = "", size: int = 25
) -> Page[Matter]:
    """One page of papers, the newest first."""
    rows = narrow(actor, narrowed).select_related("approval__version__route", "approval__submitter", "unit")
    return ordered(rows, newest_first=True, id=int).page(after=after, before=before, size=size)


def narrow(actor: Actor, narrowed: Filter) -> QuerySet[Matter]:
    """The papers under a filter."""
    found = _in_scope(actor, narrowed.scope).filter(kind__in=registry.kinds())
    if narrowed.text:
        found = found.filter(pk__in=search.newest(narrowed.text, limit=MOST_FOUND))
    if narrowed.state:
        found = found.filter(state=narrowed.state)
    elif narrowed.scope != "waiting":
        found = found.exclude(group=Group.OPEN) if narrowed.ended else found.filter(group=Group.OPEN)
    if narrowed.route:
        found = found.filter(approval__version__route__name=narrowed.route)
    return found


def _in_scope(actor: Actor, scope: str) -> QuerySet[Matter]:
    person = actor.in_name_of
    if scope == "mine":
        return Matter.objects.visible_to(actor).filter(drafter_id=person)
    if scope == "all":
        return Matter.objects.listed_for(actor)
    held = Assignment.objects.filter(
        matter=OuterRef("pk"), done_at__isnull=True, role__in=DECIDING, holder_person_id=person
    )
    return Matter.objects.filter(Exists(held))


def known(actor: Actor, matter_ids: list[int]) -> list[Matter]:
    """Those of ``matter_ids`` that are papers ``actor`` may know of, in the order given."""
    rows = Matter.objects.visible_to(actor).filter(kind__in=registry.kinds()).in_bulk(matter_ids)
    return [rows[one] for one in dict.fromkeys(matter_ids) if one in rows]
