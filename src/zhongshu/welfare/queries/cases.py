from dataclasses import dataclass

from django.db.models import Q, QuerySet

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.keysets import ordered
from zhongshu.kernel.paging import Page
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Group, Light, Matter
from zhongshu.welfare.models import KIND, Case, State

DATED = (State.ASKED, State.RETURNED)
"""Until then the date of a case is that of the agency's window."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """Some words, a branch, a state, one's own or all, only what is late; "" for any."""

    text: str = ""
    branch: str = ""
    state: str = ""
    scope: str = ""
    late: str = ""


def cases(actor: Actor, narrowed: Narrowed) -> QuerySet[Case]:
    """Cases that ``actor`` may know of, newest first."""
    known = Matter.objects.visible_to(actor).filter(kind=KIND)
    if narrowed.scope == "open":
        known = known.filter(group=Group.OPEN)
    if narrowed.late:
        known = known.filter(group=Group.OPEN, light=Light.RED)
    if narrowed.state:
        known = known.filter(state=narrowed.state)
    rows = Case.objects.filter(matter__in=known)
    if narrowed.scope == "mine":
        rows = rows.filter(person_id__in=sorted(actor.seats))
    if narrowed.branch:
        rows = rows.filter(service__branch=narrowed.branch)
    if words := narrowed.text.strip():
        said = Q(matter__title__icontains=words) | Q(matter__number__icontains=words)
        rows = rows.filter(said | Q(person__name__icontains=words))
    return rows.select_related("matter", "service", "person").order_by("-pk")


def page_of(rows: QuerySet[Case], *, cursor: str = "", before: str = "", size: int = 25) -> Page[Case]:
    """One page of the list."""
    return ordered(rows, newest_first=True, pk=int).page(after=cursor, before=before, size=size)


def case(actor: Actor, matter_id: int) -> Case:
    """The case, if ``actor`` may know of it; else it does not exist (404)."""
    return matters.record(_whole(), actor, matter_id, kind=KIND)


def case_for_update(actor: Actor, matter_id: int) -> Case:
    """As ``case``, locked until the end of the transaction."""
    return matters.record_for_update(_whole(), actor, matter_id, kind=KIND)


def _whole() -> QuerySet[Case]:
    return Case.objects.select_related("service", "person")


def datable(service_id: int | None = None) -> QuerySet[Case]:
    """Open cases whose date a calendar may move, of one service or of all."""
    rows = Case.objects.filter(matter__group=Group.OPEN)
    rows = rows.filter(service_id=service_id) if service_id else rows
    rows = rows.select_related("matter", "service").prefetch_related("service__editions")
    return rows.order_by("pk")
