"""People: who holds what, who is to be told, who is away."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import NotFound, Refusal
from zhongshu.org import rules
from zhongshu.org.models import Appointment, Duty, Leave, Person, Post, StandIn, Unit
from zhongshu.org.queries import asked
from zhongshu.org.queries.actors import organ_of
from zhongshu.org.queries.memory import remembered
from zhongshu.org.queries.periods import in_force, stand_ins_on
from zhongshu.org.queries.units import known_unit


def is_nobody_here() -> bool:
    """Whether the house is still empty: no person has been entered."""
    return not Person.objects.exists()


def stand_ins_for(person_id: int, day: date) -> QuerySet[StandIn]:
    """Those whom ``person_id`` may stand in for on ``day``."""
    return stand_ins_on(day).filter(stand_in_id=person_id)


@remembered
def stood_in_by(person_id: int, day: date) -> tuple[tuple[int, str], ...]:
    """Who stands in for ``person_id`` on ``day``, each with the name of whom he stands in for."""
    rows = stand_ins_on(day).filter(absent_id=person_id)
    return tuple(rows.values_list("stand_in_id", "absent__name"))


def is_away(person_id: int, day: date) -> bool:
    """Whether ``person_id`` is on leave on ``day``."""
    return Leave.objects.filter(person_id=person_id, starts_on__lte=day, ends_on__gte=day).exists()


def away(person_ids: Iterable[int], day: date) -> set[int]:
    """Those of ``person_ids`` who are on leave on ``day``."""
    rows = Leave.objects.filter(person_id__in=list(person_ids), starts_on__lte=day, ends_on__gte=day)
    return set(rows.values_list("person_id", flat=True))


def holders(unit: Q, duty: str, day: date) -> list[Person]:
    """People who on ``day`` hold a post with ``duty`` in the units that ``unit`` (a Q on a post) selects."""
    return holding([post for post in Post.objects.filter(unit) if duty in post.duties], day)


def holders_of(duty: str, organ_id: int, day: date) -> list[Person]:
    """People of an organ who carry ``duty`` on ``day``."""
    return holders(Q(unit__organ_id=organ_id), duty, day)


def duties_apart() -> tuple[tuple[Duty, Duty, str, str], ...]:
    """Pairs of duties that one person never holds together, each with its rule and source."""
    return rules.APART


@remembered
def duties_held(day: date) -> dict[int, frozenset[str]]:
    """The duties of everybody who holds a post on ``day``, by person."""
    found: dict[int, frozenset[str]] = {}
    held = Appointment.objects.filter(in_force(day), person__left_on__isnull=True)
    for person_id, duties in held.values_list("person_id", "post__duties"):
        found[person_id] = found.get(person_id, frozenset()).union(duties)
    return found


def go_together(duties: Iterable[Duty]) -> bool:
    """Whether one person may hold all these duties, by his own posts or by standing in (F-01)."""
    return bool(rules.F_01_apart(duties, ""))


def organs_where(duty: str, day: date) -> set[int]:
    """The organs in which somebody carries ``duty`` on ``day``."""
    held = _in_force(Q(post__in=[post.pk for post in Post.objects.all() if duty in post.duties]), day)
    return {organ_of(one.post.unit) for one in held}


def leaders_of(organ_id: int, day: date) -> list[Person]:
    """The leaders of an organ on ``day``; the heads of the organ as a unit where nobody leads it as a whole."""
    return holders_of(Duty.LEAD_ORGAN, organ_id, day) or holders(Q(unit_id=organ_id), Duty.LEAD_UNIT, day)


def heads(unit_id: int | None, day: date) -> list[Person]:
    """Who may sign for a unit on ``day``: its heads; for an organ its leaders, too; else its organ's leaders."""
    unit = Unit.objects.get(pk=unit_id or 0)
    found = holders(Q(unit=unit), Duty.LEAD_UNIT, day)
    if unit.is_organ:
        leaders = holders_of(Duty.LEAD_ORGAN, unit.pk, day)
        return found + [person for person in leaders if person not in found]
    return found or leaders_of(organ_of(unit), day)


@remembered
def receivers(unit_id: int, day: date) -> tuple[Person, ...]:
    """Whom to tell when something comes to a unit: who receives for it, else its heads, else all of it.

    Whoever stands in on ``day`` for one of them is told, too. Few queries: posts first, then only those who hold
    the posts in question, however many work there; none while the organisation stays as it is.
    """
    unit = known_unit(unit_id)
    posts = (asked.posts_in_organ if unit.is_organ else asked.posts_at)(unit.pk)
    at_unit = [post for post in posts if post.unit_id == unit.pk]
    found = (
        holding([post for post in posts if Duty.RECEIVE in post.duties], day)
        or holding([post for post in at_unit if Duty.LEAD_UNIT in post.duties], day)
        or holding([post for post in posts if Duty.LEAD_ORGAN in post.duties], day)
        or holding(at_unit, day)
    )
    acting = asked.acting_for(tuple(one.pk for one in found), day)
    return tuple(dict.fromkeys([*found, *(one.stand_in for one in acting)]))


def colleague(unit_id: int | None, person_id: int, day: date) -> Person:
    """``person_id``, if he holds a post on ``day`` in the organ of ``unit_id``; a Refusal otherwise."""
    unit = Unit.objects.get(pk=unit_id or 0)
    found = _in_force(Q(post__unit__organ_id=organ_of(unit)), day).filter(person_id=person_id).first()
    if found is None:
        raise Refusal(
            "not_a_colleague",
            _("所选人员现在不在%(unit)s任职。") % {"unit": unit.name},
            fields={"person_id": _("请在本单位人员中选择。")},
        )
    return found.person


def person(person_id: int) -> Person:
    """One person; NotFound when there is none. Who works here is known to everybody inside."""
    found = Person.objects.filter(pk=person_id).first()
    if found is None:
        told = _("没有编号是 %(id)s 的人。") % {"id": person_id}
        raise NotFound("no_such_person", told, hint=_("请在机构人员里核对，或重新选择人员。"))
    return found


@remembered
def known_person(person_id: int) -> Person:
    """One person from memory, to be read only; NotFound when there is none."""
    return person(person_id)


@remembered
def _followed() -> dict[int, int | None]:
    """Everybody who has left, and who took over from him."""
    return dict(Person.objects.filter(left_on__isnull=False).values_list("pk", "successor_id"))


def in_place_of(person_id: int | None) -> int | None:
    """The person while he is in office, else who took over from him, or from that one in turn; None where nobody did."""
    followed = _followed()
    while person_id in followed:
        person_id = followed[person_id]
    return person_id


def absences(person_id: int, day: date) -> tuple[list[Leave], list[StandIn], list[StandIn]]:
    """What is planned from ``day`` on: one's leaves, who stands in, for whom one stands in."""
    leaves = Leave.objects.filter(person_id=person_id, ends_on__gte=day).order_by("starts_on")
    stands = StandIn.objects.filter(ends_on__gte=day, revoked_at__isnull=True).order_by("starts_on")
    stands = stands.select_related("absent", "stand_in")
    return list(leaves), list(stands.filter(absent_id=person_id)), list(stands.filter(stand_in_id=person_id))


def appointments_of(person_id: int) -> list[Appointment]:
    """All appointments of a person, past ones too, newest first."""
    rows = Appointment.objects.filter(person_id=person_id).select_related("post__unit")
    return list(rows.order_by("-starts_on", "-id"))


def colleagues(organ_ids: Iterable[int], day: date) -> list[Person]:
    """Everybody with a post in these organs on ``day``, in the order of the tree."""
    rows = _in_force(Q(post__unit__organ_id__in=list(organ_ids)), day)
    return _people(rows.order_by("post__unit__path", "post__order", "id"))


def posts_of(unit: Unit) -> list[Post]:
    """The posts of a unit."""
    return list(Post.objects.filter(unit=unit).order_by("order", "id"))


def posts_kept_by(actor: Actor) -> list[Post]:
    """Posts of the units whose keeper ``actor`` is, in the order of the tree."""
    organs = Unit.objects.filter(pk__in=actor.organs_with(Duty.KEEP_ORG))
    below = Q(pk__in=[])
    for organ in organs:
        below |= Q(unit__path__startswith=organ.path)
    rows = Post.objects.filter(below, unit__closed_on__isnull=True).select_related("unit")
    return list(rows.order_by("unit__path", "order", "id"))


def post(post_id: int) -> Post:
    """One post with its unit; NotFound when there is none."""
    found = Post.objects.select_related("unit").filter(pk=post_id).first()
    if found is None:
        raise NotFound("no_such_post", _("没有这个岗位。"))
    return found


def appointment(appointment_id: int) -> Appointment:
    """One appointment with person, post and unit; NotFound when there is none."""
    rows = Appointment.objects.select_related("person", "post__unit")
    found = rows.filter(pk=appointment_id).first()
    if found is None:
        raise NotFound("no_such_appointment", _("没有这项任职。"))
    return found


def people_of(unit: Unit, day: date, *, whole_organ: bool = False) -> list[Appointment]:
    """Appointments of a unit on ``day`` with person and post, in the order of the posts."""
    within = Q(post__unit__path__startswith=unit.path) if whole_organ else Q(post__unit=unit)
    rows = _in_force(within, day)
    return list(rows.order_by("post__unit__path", "post__order", "post_id", "-is_primary", "id"))


def administrators() -> set[int]:
    """The people who are one of the three administrators (三员): they have no business (G-05)."""
    return set(Person.objects.filter(user__admin_role__gt="").values_list("pk", flat=True))


def in_business(organ: Unit, day: date) -> list[Appointment]:
    """As ``people_of`` of the whole organ, without its administrators: those to whom work may be given."""
    away = administrators()
    return [one for one in people_of(organ, day, whole_organ=True) if one.person_id not in away]


def staff(organ_id: int, day: date) -> dict[int, str]:
    """The names of those to whom work may be given in an organ on ``day``, by id."""
    return {one.person_id: one.person.name for one in in_business(Unit.objects.get(pk=organ_id), day)}


def people_with(duties: Iterable[str], unit: Unit, day: date) -> list[Appointment]:
    """Appointments on ``day`` to posts of ``unit`` and below that carry one of ``duties``."""
    wanted = set(duties)
    below = Post.objects.filter(unit__path__startswith=unit.path).values_list("pk", "duties")
    posts = [pk for pk, duties in below if wanted.intersection(duties)]
    return list(
        _in_force(Q(post__in=posts), day).order_by("post__unit__path", "post__order", "post_id", "id")
    )


def _in_force(within: Q, day: date) -> QuerySet[Appointment]:
    rows = Appointment.objects.filter(within, in_force(day), person__left_on__isnull=True)
    return rows.select_related("person", "post__unit").order_by("post__order", "id")


def holding(posts: list[Post], day: date) -> list[Person]:
    """Who holds one of ``posts`` on ``day``, each once."""
    return _people(asked.holding(tuple(one.pk for one in posts), day))


def _people(rows: Iterable[Appointment]) -> list[Person]:
    return list(dict.fromkeys(row.person for row in rows))
