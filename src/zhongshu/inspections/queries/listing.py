"""The lists of inspections and of conclusions, narrowed."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from zhongshu.inspections.models import CONCLUSION, INSPECTION, Conclusion, Inspection
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.keysets import ordered
from zhongshu.kernel.paging import Page
from zhongshu.matters.models import Matter


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """Some words, a kind, a state; "" for any."""

    text: str = ""
    kind: str = ""
    state: str = ""


def inspections(actor: Actor, narrowed: Narrowed) -> QuerySet[Any]:
    """Inspections that ``actor`` may know of, newest first, each with its ``found`` and ``pending`` findings."""
    rows = Inspection.objects.filter(matter__in=_known(actor, INSPECTION, narrowed, "inspection__units"))
    if narrowed.kind:
        rows = rows.filter(kind=narrowed.kind)
    pending = Count("findings", filter=Q(findings__settled="pending"))
    rows = rows.annotate(found=Count("findings"), pending=pending)
    return rows.select_related("matter__unit").prefetch_related("units", "members__person").order_by("-pk")


def conclusions(actor: Actor, narrowed: Narrowed) -> QuerySet[Conclusion]:
    """Conclusions that ``actor`` may know of, newest first."""
    rows = Conclusion.objects.filter(matter__in=_known(actor, CONCLUSION, narrowed, "conclusion__unit"))
    return rows.select_related("matter", "unit", "inspection__matter", "review").order_by("-pk")


def page_of(rows: QuerySet[Any], *, cursor: str = "", before: str = "", size: int = 25) -> Page[Any]:
    """One page of either list."""
    return ordered(rows, newest_first=True, pk=int).page(after=cursor, before=before, size=size)


def _known(actor: Actor, kind: str, narrowed: Narrowed, units: str) -> QuerySet[Matter]:
    known = Matter.objects.visible_to(actor).filter(kind=kind)
    if narrowed.state:
        known = known.filter(state=narrowed.state)
    if narrowed.text:
        said = narrowed.text.strip()
        unit = Q(**{f"{units}__short_name__icontains": said}) | Q(**{f"{units}__name__icontains": said})
        known = known.filter(Q(title__icontains=said) | Q(number__icontains=said) | unit)
    return known
