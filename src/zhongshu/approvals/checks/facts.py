"""The organisation of one day as the check of a route asks it, every answer remembered."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from zhongshu.approvals.casting import OrgCasting
from zhongshu.approvals.grammar import Route, Stage, Who, WhoKind
from zhongshu.org import queries as org
from zhongshu.org.models import Appointment, Duty, StandIn

OF_THE_UNIT = (WhoKind.UNIT_HEAD, WhoKind.IN_CHARGE)


@dataclass(frozen=True, slots=True)
class Place:
    """A unit that papers come from, and who works there."""

    id: int
    name: str
    organ_id: int
    drafters: tuple[int, ...]


@dataclass(slots=True)
class Facts:
    """What the check knows of the organisation.

    ``cast``     the approvers of a stage for papers from a place.
    ``above``    the next superiors of a person.
    ``acting``   stand-ins in force or planned, as (absent, deputy).
    ``names``    names of persons.
    ``kin``      the relatives of everybody who has any here.
    ``lawful``   whether the rules beside this route let the second stand in for the first.
    """

    places: Sequence[Place]
    cast: Callable[[Stage, Place], list[int]]
    above: Callable[[int], list[int]]
    acting: Sequence[tuple[int, int]] = ()
    names: Callable[[int], str] = str
    kin: Mapping[int, frozenset[int]] = field(default_factory=dict)
    lawful: Callable[[int, int], bool] = lambda absent, deputy: True


@dataclass(slots=True)
class _Remembered:
    today: date
    found: dict[tuple[Who, int], list[int]] = field(default_factory=dict)
    over: dict[int, list[int]] = field(default_factory=dict)

    def cast(self, stage: Stage, place: Place) -> list[int]:
        # A choice of the drafter's is checked against its pool; nobody is in an open pool before he chooses.
        key = (stage.who, place.id if stage.who.kind in OF_THE_UNIT else place.organ_id)
        if key not in self.found:
            chosen = {stage.code: list(stage.who.people)}
            casting = OrgCasting(place.id, self.today, chosen)
            self.found[key] = casting.people(stage)
        return self.found[key]

    def above(self, person_id: int) -> list[int]:
        if person_id not in self.over:
            self.over[person_id] = [one.pk for one in org.above(person_id, self.today)]
        return self.over[person_id]


def facts_of(route: Route, organ_id: int | None, today: date) -> Facts:
    """The facts of ``today`` for a route of one organ, or of all organs."""
    rows = Appointment.objects.filter(org.in_force(today), person__left_on__isnull=True)
    rows = rows.select_related("person", "post__unit__parent").order_by("post__unit__path", "id")
    if organ_id is not None:
        rows = rows.filter(post__unit__organ_id=organ_id)
    held = list(rows)
    units = {one.post.unit_id: one.post.unit for one in held}
    drafters: dict[int, list[int]] = {}
    for one in held:
        drafters.setdefault(one.post.unit_id, []).append(one.person_id)
    places = [
        Place(unit.pk, unit.name, org.organ_of(unit), tuple(drafters[unit.pk])) for unit in units.values()
    ]
    names = {one.person_id: one.person.name for one in held}
    duties: dict[int, set[Duty]] = {}
    for one in held:
        duties.setdefault(one.person_id, set()).update(Duty(duty) for duty in one.post.duties)
    acting = StandIn.objects.filter(ends_on__gte=today, revoked_at__isnull=True)
    remembered = _Remembered(today)
    return Facts(
        places=places,
        cast=remembered.cast,
        above=remembered.above,
        acting=list(acting.values_list("absent_id", "stand_in_id")),
        names=lambda person_id: names.get(person_id) or org.person(person_id).name,
        kin=org.kin(),
        lawful=lambda absent, deputy: org.go_together(duties.get(absent, set()) | duties.get(deputy, set())),
    )


def people_in(route_stages: Iterable[Stage], facts: Facts) -> dict[int, set[str]]:
    """The powers that each person can come to exercise along these stages, by his own posts."""
    powers: dict[int, set[str]] = {}
    for stage in route_stages:
        for place in facts.places:
            for person_id in facts.cast(stage, place):
                powers.setdefault(person_id, set()).add(stage.power)
    return powers


def named_instead(stage: Stage) -> Stage:
    """A stage decided by those who are named for the case that nobody can be found for ``stage``."""
    return replace(stage, who=Who(kind=WhoKind.NAMED, people=stage.fallback))
