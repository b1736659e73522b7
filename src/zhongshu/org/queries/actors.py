"""Who somebody is today: the actor that follows from the day's appointments."""

from collections.abc import Iterable
from datetime import date

from zhongshu.kernel.actors import Actor
from zhongshu.org.models import Duty, Person, Post, Unit
from zhongshu.org.queries.periods import appointments_on, stand_ins_on

# With one of these, a post that hangs directly under an organ shares the organ's desk.
ORGAN_DESK = frozenset({Duty.RECEIVE, Duty.LEAD_UNIT, Duty.LEAD_ORGAN})


def actor_of(person: Person, day: date, *, admin_role: str = "") -> Actor:
    """The actor that ``person`` is on ``day``, by the appointments of that day: one query.

    One of the three administrators handles no business (rule G-07 {S}): he gets no unit and no duty.
    """
    posts = [] if admin_role else [held.post for held in appointments_on([person.pk], day)]
    return _actor(person, posts, admin_role=admin_role)


def actor_standing_in(person: Person, absent_id: int, day: date) -> Actor | None:
    """The actor that ``person`` is while standing in for ``absent_id``; None if not lawful on ``day``.

    Such an actor sees and may do what the absent person may, in both names: the seats of both
    are taken, so that separation of duties sees through the stand-in. Two queries.
    """
    found = stand_ins_on(day).filter(stand_in=person, absent_id=absent_id).first()
    if found is None:
        return None
    held = list(appointments_on([person.pk, absent_id], day))
    posts = [one.post for one in held if one.person_id == absent_id]
    own = [one.post for one in held if one.person_id == person.pk]
    return _actor(person, posts, absent=found.absent, own=own)


def _actor(
    person: Person,
    posts: list[Post],
    *,
    admin_role: str = "",
    absent: Person | None = None,
    own: Iterable[Post] = (),
) -> Actor:
    desks = {post.unit_id for post in posts if opens_desk(post)} | organs_received(posts)
    led = {post.unit_id for post in posts if Duty.LEAD_UNIT in post.duties} | organs_led(posts)
    known = sorted(desks | led)
    shown = absent or person
    return Actor(
        person_id=person.pk,
        name=person.name,
        user_id=person.user_id,
        acting_for=absent.pk if absent else None,
        acting_for_name=absent.name if absent else "",
        unit_ids=frozenset(desks),
        organ_ids=frozenset(organ_of(post.unit) for post in posts),
        led_unit_ids=frozenset(led),
        duties=frozenset((duty, organ_of(post.unit)) for post in posts for duty in post.duties),
        admin_role=admin_role,
        principals=(
            f"p:{shown.pk}",
            *(f"u:{unit}" for unit in known),
            *(f"s:{post.pk}" for post in sorted(posts, key=lambda post: post.pk)),
        ),
        seat_unit_ids=frozenset(post.unit_id for post in [*posts, *own]),
    )


def opens_desk(post: Post) -> bool:
    """Whether the holder shares the desk of the post's own unit.

    Everybody of a section does. What lies with an organ as a whole is for those who receive
    for it or lead it, not for everyone whose post hangs directly under it (law 4).
    """
    return not post.unit.is_organ or bool(ORGAN_DESK & set(post.duties))


def organs_received(posts: Iterable[Post]) -> set[int]:
    """Organs whose in-tray the holders of ``posts`` keep: those where a post carries the duty to receive."""
    return {organ_of(post.unit) for post in posts if Duty.RECEIVE in post.duties}


def organs_led(posts: Iterable[Post]) -> set[int]:
    """Organs that the holders of ``posts`` lead."""
    return {organ_of(post.unit) for post in posts if Duty.LEAD_ORGAN in post.duties}


def organ_of(unit: Unit) -> int:
    """The id of the organ that ``unit`` belongs to; itself where it is an organ."""
    return unit.organ_id or unit.pk
