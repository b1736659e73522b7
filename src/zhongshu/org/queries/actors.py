"""Who somebody is today: the actor that follows from the day's appointments."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from zhongshu.kernel.actors import Actor
from zhongshu.org.models import Duty, Person, Unit
from zhongshu.org.queries.memory import remembered
from zhongshu.org.queries.periods import appointments_on, stand_ins_on

# With one of these, a post that hangs directly under an organ shares the organ's desk.
ORGAN_DESK = frozenset({Duty.RECEIVE.value, Duty.LEAD_UNIT.value, Duty.LEAD_ORGAN.value})
# Who has one of these answers for what the organ follows up, down to the last part of it.
OVERSEE = frozenset(
    {
        Duty.SUPERVISE.value,
        Duty.APPROVE_SUPERVISION.value,
        Duty.LEAD_ORGAN.value,
        Duty.AUDIT.value,
    }
)
RECEIVE, LEAD_UNIT, LEAD_ORGAN = Duty.RECEIVE.value, Duty.LEAD_UNIT.value, Duty.LEAD_ORGAN.value


class Seat(NamedTuple):
    """What of a post held decides what its holder may do: read on every page, so no more than that."""

    person_id: int
    post_id: int
    unit_id: int
    organ_id: int
    duties: list[str]


@remembered
def actor_behind(
    user_id: int, day: date, *, admin_role: str = "", absent_id: int | None = None
) -> Actor | None:
    """Who the holder of an account is on ``day``, standing in for ``absent_id`` where that is lawful.

    None where nobody who works here has the account. An administrator handles no business, not for others
    either (rule G-07).
    """
    person = Person.objects.filter(user_id=user_id, left_on__isnull=True).first()
    if person is None:
        return None
    standing_in = None
    if absent_id and not admin_role:
        standing_in = actor_standing_in(person, absent_id, day)
    return standing_in or actor_of(person, day, admin_role=admin_role)


def actor_of(person: Person, day: date, *, admin_role: str = "") -> Actor:
    """The actor that ``person`` is on ``day``, by the appointments of that day: one query.

    One of the three administrators handles no business (rule G-07 {S}): he gets no unit and no duty.
    """
    seats = [] if admin_role else _seats([person.pk], day)
    return _actor(person, seats, admin_role=admin_role)


def actor_standing_in(person: Person, absent_id: int, day: date) -> Actor | None:
    """The actor that ``person`` is while standing in for ``absent_id``; None if not lawful on ``day``.

    Such an actor sees and may do what the absent person may, in both names: the seats of both
    are taken, so that separation of duties sees through the stand-in. Two queries.
    """
    found = stand_ins_on(day).filter(stand_in=person, absent_id=absent_id).first()
    if found is None:
        return None
    held = _seats([person.pk, absent_id], day)
    seats = [one for one in held if one.person_id == absent_id]
    own = [one for one in held if one.person_id == person.pk]
    return _actor(person, seats, absent=found.absent, own=own)


def _seats(person_ids: list[int], day: date) -> list[Seat]:
    rows = appointments_on(person_ids, day).values_list(
        "person_id", "post_id", "post__unit_id", "post__unit__organ_id", "post__duties"
    )
    return [Seat(person, post, unit, organ or unit, duties) for person, post, unit, organ, duties in rows]


def _actor(
    person: Person,
    seats: list[Seat],
    *,
    admin_role: str = "",
    absent: Person | None = None,
    own: Iterable[Seat] = (),
) -> Actor:
    desks = {seat.unit_id for seat in seats if _opens_desk(seat)} | _organs_with(RECEIVE, seats)
    led = {seat.unit_id for seat in seats if LEAD_UNIT in seat.duties} | _organs_with(LEAD_ORGAN, seats)
    known = sorted(desks | led)
    shown = absent or person
    return Actor(
        person_id=person.pk,
        name=person.name,
        user_id=person.user_id,
        acting_for=absent.pk if absent else None,
        acting_for_name=absent.name if absent else "",
        unit_ids=frozenset(desks),
        organ_ids=frozenset(seat.organ_id for seat in seats),
        led_unit_ids=frozenset(led),
        duties=frozenset((duty, seat.organ_id) for seat in seats for duty in seat.duties),
        admin_role=admin_role,
        principals=(
            f"p:{shown.pk}",
            *(f"u:{unit}" for unit in known),
            *(f"s:{post}" for post in sorted({seat.post_id for seat in seats})),
            *(f"o:{organ}" for organ in sorted(_overseen(seats))),
        ),
        seat_unit_ids=frozenset(seat.unit_id for seat in [*seats, *own]),
    )


def _opens_desk(seat: Seat) -> bool:
    """Whether the holder shares the desk of the post's own unit.

    Everybody of a section does. What lies with an organ as a whole is for those who receive
    for it or lead it, not for everyone whose post hangs directly under it (law 4).
    """
    return seat.unit_id != seat.organ_id or not ORGAN_DESK.isdisjoint(seat.duties)


def _organs_with(duty: str, seats: Iterable[Seat]) -> set[int]:
    """Organs in which one of ``seats`` carries ``duty``: who receives for one keeps its in-tray, who leads it knows it."""
    return {seat.organ_id for seat in seats if duty in seat.duties}


def _overseen(seats: Iterable[Seat]) -> set[int]:
    return {seat.organ_id for seat in seats if not OVERSEE.isdisjoint(seat.duties)}


def organ_of(unit: Unit) -> int:
    """The id of the organ that ``unit`` belongs to; itself where it is an organ."""
    return unit.organ_id or unit.pk
