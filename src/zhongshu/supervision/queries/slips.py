"""Which slips are due, proposed, out, to be acknowledged."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet, prefetch_related_objects

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.made import at_hand
from zhongshu.kernel.prepared import prepared
from zhongshu.kernel.worktime import Calendar
from zhongshu.matters.models import Group
from zhongshu.supervision import rules
from zhongshu.supervision.models import Directive, Slip, SlipWeight, State

SLIP_OPEN = Q(acknowledged_at__isnull=True, lapsed_at__isnull=True)
"""Proposed, or out and not signed for."""
ESCALATED = (State.DISPATCHED, State.UNDERTAKING)  # with those who carry it out


def step_due(directive: Directive, today: date, calendar: Calendar) -> rules.Step | None:
    """The rung of the ladder that ``directive`` has reached and no slip of which is raised; none twice a day."""
    due = directive.matter.current_due
    if due is None or due >= today or directive.state not in ESCALATED:
        return None
    raised = list(directive.slips.all())  # fetched beforehand for many
    if any(local_day(slip.raised_at) >= today for slip in raised):
        return None
    for_this = [slip.weight for slip in raised if slip.missed == due]
    return rules.D_23_next_step(late=calendar.count(due, today), raised=for_this)


def to_escalate(today: date, calendar: Calendar) -> list[int]:
    """Ids of the matters whose next slip is due today; asked by the system itself."""
    late = Directive.objects.filter(
        matter__group=Group.OPEN, matter__current_due__lt=today, matter__state__in=ESCALATED
    )
    found = late.select_related("matter").prefetch_related("slips").order_by("pk")
    return [one.pk for one in found.iterator(chunk_size=500) if step_due(one, today, calendar)]


def slip_for_this_lateness(directive: Directive, weight: int) -> Slip | None:
    """The slip of this weight about the present date, issued or only proposed."""
    return _about_this_date(directive).filter(weight=weight).first()


def slips_out(directive: Directive) -> set[int]:
    """Weights of the slips that have been issued about the present date."""
    return set(_about_this_date(directive).filter(issued_at__isnull=False).values_list("weight", flat=True))


def _about_this_date(directive: Directive) -> QuerySet[Slip]:
    assert directive.matter.current_due is not None
    return directive.slips.filter(missed=directive.matter.current_due)


def slips_to_acknowledge(actor: Actor, directive: Directive) -> list[Slip]:
    """Slips sent to a seat of ``actor`` that nobody has acknowledged."""
    waiting = directive.slips.filter(SLIP_OPEN, issued_at__isnull=False)
    return list(waiting.filter(to__in=actor.seats).distinct().order_by("weight", "id"))


def slips_to_read(matter_ids: Collection[int], actor: Actor) -> dict[int, str]:
    """The weightiest slip about each of these matters that a seat of ``actor`` has to sign for, in a word."""
    waiting = Slip.objects.filter(
        SLIP_OPEN, directive_id__in=matter_ids, issued_at__isnull=False, to__in=actor.seats
    )
    found = waiting.order_by("weight").values_list("directive_id", "weight")
    return {pk: str(SlipWeight(weight).label) for pk, weight in found}


def slips(directive: Directive) -> list[Slip]:
    """The slips about a matter that the caller may see, the newest first, with those they went to.

    Read once for a page: the policy that asks who is addressed finds them at hand.
    """
    found = _raised(directive.pk)
    prefetch_related_objects(found, "to", "acknowledged_by")
    at_hand(directive, "slips", found)
    return sorted(found, key=lambda slip: (slip.raised_at, slip.pk), reverse=True)


@prepared
def _raised(directive_id: int) -> QuerySet[Slip]:
    return Slip.objects.filter(directive=directive_id)
