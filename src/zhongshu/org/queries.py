"""Reading the organisation: who somebody is today, who leads what, what units are called."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from zhongshu.kernel.actors import Actor
from zhongshu.org.models import Appointment, Duty, Leave, Person, Post, StandIn, Unit


def in_force(day: date, prefix: str = "") -> Q:
    """A period with ``starts_on`` and an optional ``ends_on`` that covers ``day``."""
    return Q(**{f"{prefix}starts_on__lte": day}) & (
        Q(**{f"{prefix}ends_on__isnull": True}) | Q(**{f"{prefix}ends_on__gte": day})
    )


def appointments_on(person_ids: Iterable[int], day: date) -> QuerySet[Appointment]:
    """Appointments in force on ``day``, primary ones first, with post and unit."""
    return (
        Appointment.objects.filter(in_force(day), person_id__in=list(person_ids))
        .select_related("post__unit")
        .order_by("-is_primary", "id")
    )


def actor_of(person: Person, day: date, *, admin_role: str = "") -> Actor:
    """The actor that ``person`` is on ``day``, by the appointments of that day."""
    return _actor(person, list(appointments_on([person.pk], day)), admin_role)


def actor_standing_in(person: Person, absent_id: int, day: date) -> Actor | None:
    """The actor that ``person`` is while standing in for ``absent_id``; None if not lawful on ``day``.

    Such an actor sees and may do what the absent person may, in both names: the seats of both
    are taken, so that separation of duties sees through the stand-in.
    """
    stands = StandIn.objects.filter(
        in_force(day), stand_in=person, absent_id=absent_id, revoked_at__isnull=True
    ).select_related("absent")
    found = stands.first()
    if found is None:
        return None
    shown = _actor(found.absent, list(appointments_on([absent_id], day)), "")
    return Actor(
        person_id=person.pk,
        name=person.name,
        user_id=person.user_id,
        acting_for=absent_id,
        acting_for_name=found.absent.name,
        unit_ids=shown.unit_ids,
        organ_ids=shown.organ_ids,
        led_unit_ids=shown.led_unit_ids,
        duties=shown.duties,
        principals=shown.principals,
    )


def _actor(person: Person, appointments: list[Appointment], admin_role: str) -> Actor:
    posts = [appointment.post for appointment in appointments]
    units = {post.unit_id: post.unit for post in posts}
    duties = {(duty, organ_of(post.unit)) for post in posts for duty in post.duties}
    led = {post.unit_id for post in posts if Duty.LEAD_UNIT in post.duties}
    led |= {organ_of(post.unit) for post in posts if Duty.LEAD_ORGAN in post.duties}
    organs = {organ_of(unit) for unit in units.values()}
    principals = [f"p:{person.pk}", *(f"u:{unit}" for unit in sorted(set(units) | organs))]
    return Actor(
        person_id=person.pk,
        name=person.name,
        user_id=person.user_id,
        unit_ids=frozenset(set(units) | organs_received(posts)),
        organ_ids=frozenset(organs),
        led_unit_ids=frozenset(led),
        duties=frozenset(duties),
        admin_role=admin_role,
        principals=tuple(principals),
    )


def organs_received(posts: Iterable[Post]) -> set[int]:
    """Organs whose in-tray the holders of ``posts`` keep: those where a post carries the duty to receive."""
    return {organ_of(post.unit) for post in posts if Duty.RECEIVE in post.duties}


def organ_of(unit: Unit) -> int:
    """The id of the organ that ``unit`` belongs to; itself where it is an organ."""
    return unit.organ_id or unit.pk


def stand_ins_for(person_id: int, day: date) -> QuerySet[StandIn]:
    """Those whom ``person_id`` may stand in for on ``day``."""
    return StandIn.objects.filter(
        in_force(day), stand_in_id=person_id, revoked_at__isnull=True
    ).select_related("absent")


def is_away(person_id: int, day: date) -> bool:
    """Whether ``person_id`` is on leave on ``day``."""
    return Leave.objects.filter(person_id=person_id, starts_on__lte=day, ends_on__gte=day).exists()


def open_units() -> QuerySet[Unit]:
    """All units that still exist, in the order of the tree."""
    return Unit.objects.filter(closed_on__isnull=True).order_by("path", "order")


def is_nobody_here() -> bool:
    """Whether the institution is still empty, as on the day of installation."""
    return not Person.objects.exists()
