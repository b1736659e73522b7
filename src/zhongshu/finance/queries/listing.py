"""The list of claims and advances, narrowed."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from zhongshu.approvals.models import Approval, Seat, SeatState, Status
from zhongshu.finance.models import UndertakingKind
from zhongshu.finance.queries.claims import KINDS, claims
from zhongshu.finance.queries.sight import CATEGORY, where_told
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.keysets import ordered
from zhongshu.kernel.paging import Page
from zhongshu.matters.models import Matter
from zhongshu.org import queries as org
from zhongshu.org.models import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """``box`` is mine, waiting (for me to decide) or all that I may know of.

    ``waits`` for payment or booking; ``since`` and ``until`` are days of handing in, both counted.
    """

    box: str = "mine"
    text: str = ""
    kind: str = ""
    category: str = ""
    state: str = ""
    waits: str = ""
    since: date | None = None
    until: date | None = None


WAITS = {
    "payment": Q(
        claim__approved_at__isnull=False, claim__paid_at__isnull=True, approval__status=Status.RUNNING
    ),
    "booking": Q(claim__paid_at__isnull=False, claim__booked_at__isnull=True),
}


def listed(actor: Actor, narrowed: Narrowed) -> QuerySet[Matter]:
    """Claims that ``actor`` may know of, narrowed."""
    rows = claims(actor)
    if narrowed.box == "mine":
        rows = rows.filter(claim__claimant_id__in=sorted(actor.seats))
    elif narrowed.box == "waiting":
        rows = rows.filter(_waiting(actor))
    if narrowed.text:
        said = narrowed.text.strip()
        payee = where_told(actor, "payee", KINDS, Q(claim__payee__icontains=said))
        rows = rows.filter(Q(title__icontains=said) | Q(number__icontains=said) | payee)
    if narrowed.category:
        rows = rows.filter(where_told(actor, CATEGORY, KINDS, Q(claim__category=narrowed.category)))
    for name, value in (("kind", narrowed.kind), ("approval__status", narrowed.state)):
        rows = rows.filter(**{name: value}) if value else rows
    rows = rows.filter(WAITS[narrowed.waits]) if narrowed.waits else rows
    days = {"claim__submitted_on__gte": narrowed.since, "claim__submitted_on__lte": narrowed.until}
    rows = rows.filter(**{name: day for name, day in days.items() if day})
    return rows.select_related("claim__claimant", "claim__budget_line", "unit", "approval")


def claims_page(
    actor: Actor, narrowed: Narrowed, *, cursor: str = "", before: str = "", size: int = 25
) -> Page[Matter]:
    """One page of the list, the newest first."""
    return ordered(listed(actor, narrowed), newest_first=True, id=int).page(
        after=cursor, before=before, size=size
    )


def waiting_count(actor: Actor) -> int:
    """How many claims wait for ``actor``."""
    return claims(actor).filter(_waiting(actor)).count()


def asked_now(matter_id: int) -> int | None:
    """Who is asked about a claim now, the first of them; None where nobody is."""
    seats = Seat.objects.filter(approval_id=matter_id, state=SeatState.OPEN)
    return seats.order_by("pk").values_list("person_id", flat=True).first()


def _waiting(actor: Actor) -> Exists:
    seats = Seat.objects.filter(approval_id=OuterRef("pk"), state=SeatState.OPEN)
    return Exists(seats.filter(person_id=actor.in_name_of or 0))


def bases(actor: Actor, kept: int | None = None) -> list[tuple[int, str]]:
    """Papers that have been approved, to be linked as approved beforehand: (id, words).

    The actor's own, those he may know of that name him among who went along, and ``kept``.
    """
    name = actor.acting_for_name or actor.name
    along = Q(values__companions__icontains=name, matter__in=Matter.objects.visible_to(actor))
    own = Q(submitter_id__in=sorted(actor.seats)) | Q(pk=kept)
    rows = Approval.objects.filter(own | along, status=Status.APPROVED)
    rows = rows.exclude(matter__kind__in=(*KINDS, *UndertakingKind.values)).select_related("matter")
    return [(one.pk, f"{one.matter.number} {one.matter.title}") for one in rows.order_by("-pk")[:50]]


def why_late(paper: Approval) -> str:
    """Why a trip or meeting was approved only when it had begun, as its form tells it; "" where it does not."""
    return str(paper.values.get("why_late", "")).strip()


def sections(organ: Unit) -> list[tuple[int, str]]:
    """The organ and its sections, to choose from."""
    rows = org.open_units().filter(Q(pk=organ.pk) | Q(organ_id=organ.pk)).order_by("path")
    return [(one.pk, one.name) for one in rows]


def years(today: date) -> list[int]:
    """The years whose budget is looked at: next year's is entered before it begins."""
    return [today.year + 1, today.year, today.year - 1]
