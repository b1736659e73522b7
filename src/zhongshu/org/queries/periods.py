"""What is in force on a day."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from zhongshu.org.models import Appointment, StandIn


def in_force(day: date, prefix: str = "") -> Q:
    """A period with ``starts_on`` and an optional ``ends_on`` that covers ``day``."""
    return Q(**{f"{prefix}starts_on__lte": day}) & (
        Q(**{f"{prefix}ends_on__isnull": True}) | Q(**{f"{prefix}ends_on__gte": day})
    )


def overlapping(starts_on: date, ends_on: date) -> Q:
    """A closed period that shares a day with the one from ``starts_on`` to ``ends_on``."""
    return Q(starts_on__lte=ends_on, ends_on__gte=starts_on)


def appointments_on(person_ids: Iterable[int], day: date) -> QuerySet[Appointment]:
    """Appointments in force on ``day``, primary ones first, with post and unit."""
    return (
        Appointment.objects.filter(in_force(day), person_id__in=list(person_ids))
        .select_related("post__unit")
        .order_by("-is_primary", "id")
    )


def stand_ins_on(day: date) -> QuerySet[StandIn]:
    """All stand-ins in force on ``day``, with both persons."""
    rows = StandIn.objects.filter(in_force(day), revoked_at__isnull=True)
    return rows.select_related("absent", "stand_in").order_by("id")
