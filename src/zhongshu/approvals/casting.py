"""Who can be asked today: the organisation as the walk of a paper sees it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from zhongshu.approvals import rules
from zhongshu.approvals.grammar import Power, Stage, Who, WhoKind
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.verdicts import Verdict
from zhongshu.kernel.worktime import Calendar
from zhongshu.org import queries as org
from zhongshu.org.models import Duty, Person, Unit
from zhongshu.platform.workdays import queries as workdays


@dataclass(slots=True)
class OrgCasting:
    """The approvers of a paper drafted in the unit ``unit_id``, on ``today``; ``chosen`` are staff numbers by stage.

    ``calendar`` tells the working days; several papers looked at together can share one.
    """

    unit_id: int
    today: date
    chosen: Mapping[str, list[str]] = field(default_factory=dict)
    calendar: Callable[[], Calendar] = workdays.calendar
    _kin: Mapping[int, frozenset[int]] | None = field(default=None, init=False)
    _idle: frozenset[int] | None = field(default=None, init=False)

    def people(self, stage: Stage) -> list[int]:
        """The approvers of a stage, as the organisation is today."""
        if stage.who.kind == WhoKind.CHOSEN:
            numbers = self.chosen.get(stage.code, [])
            pool = stage.who.people
            found = _numbered(tuple(n for n in numbers if not pool or n in pool), self.today)
            away = self._no_choice(stage) if found else frozenset()
            return [one for one in found if one not in away]
        return list(_found(stage.who, self.unit_id, self.today))

    def able(self, stage: Stage) -> list[int]:
        """Everybody whom a stage could ask: where the drafter chooses, all out of whom he can."""
        if stage.who.kind != WhoKind.CHOSEN:
            return self.people(stage)
        if stage.who.people:
            return list(_numbered(stage.who.people, self.today))
        return list(dict.fromkeys([*self.people(stage), *self._staff([self._organ])]))

    def _no_choice(self, stage: Stage) -> frozenset[int]:
        """Whom a drafter cannot choose: administrators, and who audits unless the stage names him or asks for that."""
        if stage.who.people or stage.power == Power.AUDIT:
            return frozenset(org.administrators())
        audits = {one for one, held in org.duties_held(self.today).items() if Duty.AUDIT in held}
        return frozenset(org.administrators() | audits)

    def staff(self, person_id: int) -> list[int]:
        """To whom work can be given in the drafter's organ and in those of a person; who audits or administers is none."""
        return self._staff([self._organ, *(organ for _unit, organ in _seats(person_id, self.today))])

    def beside(self, person_id: int) -> list[int]:
        """Those of ``staff`` who work in a unit of a person."""
        units = {unit for unit, _organ in _seats(person_id, self.today)}
        there = set[int]().union(*(_working(unit, self.today) for unit in units))
        return [one for one in self.staff(person_id) if one in there]

    def peers(self, person_id: int) -> list[int]:
        """The other leaders of the organs that a person leads with them; who audits is none."""
        leads = [_ids(org.leaders_of(organ, self.today)) for _unit, organ in _seats(person_id, self.today)]
        beside = dict.fromkeys(one for leaders in leads if person_id in leaders for one in leaders)
        able = set(self.staff(person_id)) if beside else set()
        return [one for one in beside if one != person_id and one in able]

    def fits(self, person_id: int, stage: Stage) -> Verdict:
        """Whether the duty that a stage asks for goes with those of a person (F-01)."""
        held = org.duties_held(self.today).get(person_id, frozenset())
        return rules.F_01_duties(held, stage.who.duty, stage.title)

    @property
    def _organ(self) -> int:
        return org.organ_of(org.known_unit(self.unit_id))

    def _staff(self, organs: Iterable[int]) -> list[int]:
        found = dict.fromkeys(pk for organ in organs for pk in _employed(organ, self.today))
        duties = org.duties_held(self.today)
        if self._idle is None:
            self._idle = frozenset(org.administrators())
        idle = self._idle
        return [one for one in found if one not in idle and Duty.AUDIT not in duties.get(one, ())]

    def above(self, person_id: int) -> list[int]:
        """The next superiors of a person."""
        return _ids(org.above(person_id, self.today))

    def fallback(self, stage: Stage) -> list[int]:
        """The persons named for the case that nobody is found."""
        return list(_found(Who(kind=WhoKind.NAMED, people=stage.fallback), self.unit_id, self.today))

    def serving(self, person_ids: Iterable[int]) -> list[int]:
        """Those who hold a post today, in the order given."""
        return _serving(person_ids, self.today)

    def in_place_of(self, person_id: int) -> list[int]:
        """Himself while he is in office; else who took over from him, and who answers for the drafter's unit."""
        now = org.in_place_of(person_id)
        if now == person_id:
            return [now]
        return ([now] if now else []) + _ids(org.heads(self.unit_id, self.today))

    def kin(self, person_id: int) -> frozenset[int]:
        """The relatives of a person, as declared."""
        if self._kin is None:
            self._kin = org.kin()
        return self._kin.get(person_id, frozenset())

    def due(self, within: int) -> date:
        """The day ``within`` working days from today."""
        return self.calendar().shift(self.today, within)

    def later(self, due: date, since: datetime) -> date:
        """``due`` moved by the working days that have passed since."""
        calendar = self.calendar()
        return calendar.shift(due, max(calendar.count(local_day(since), self.today), 0))


@org.remembered
def _found(who: Who, unit_id: int, day: date) -> tuple[int, ...]:
    """Whom a route means by ``who`` for a paper drafted in a unit."""
    return tuple(_ids(_SEEKERS[who.kind](who, org.known_unit(unit_id), day)))


def _ids(people: Iterable[Person]) -> list[int]:
    return [one.pk for one in people]


def _serving(person_ids: Iterable[int], day: date) -> list[int]:
    wanted = list(person_ids)
    held = {one.person_id for one in org.appointments_on(wanted, day)} if wanted else set()
    return [one for one in wanted if one in held]


@org.remembered
def _seats(person_id: int, day: date) -> tuple[tuple[int, int], ...]:
    """The units of a person's posts, each with its organ."""
    held = org.appointments_on([person_id], day)
    return tuple((one.post.unit_id, org.organ_of(one.post.unit)) for one in held)


@org.remembered
def _employed(organ_id: int, day: date) -> tuple[int, ...]:
    """Who holds a post in an organ, in the order of the tree."""
    held = org.people_of(org.known_unit(organ_id), day, whole_organ=True)
    return tuple(dict.fromkeys(one.person_id for one in held))


@org.remembered
def _working(unit_id: int, day: date) -> frozenset[int]:
    """Who holds a post in a unit."""
    return frozenset(one.person_id for one in org.people_of(org.known_unit(unit_id), day))


@org.remembered
def _numbered(staff_numbers: tuple[str, ...], day: date) -> tuple[int, ...]:
    """Those of some staff numbers who hold a post, in the order given."""
    return tuple(_serving(_ids(org.people_numbered(list(staff_numbers))), day))


def _named(who: Who, unit: Unit, day: date) -> list[Person]:
    found = org.people_numbered(list(who.people))
    serving = set(_serving(_ids(found), day))
    return [one for one in found if one.pk in serving]


def _of_duty(who: Who, unit: Unit, day: date) -> list[Person]:
    if who.unit:
        there = Unit.objects.filter(code=who.unit).first()
        held = org.people_with([who.duty], there, day) if there else []
        return list(dict.fromkeys(one.person for one in held))
    return org.holders_of(who.duty, org.organ_of(unit), day)


def _of_post(who: Who, unit: Unit, day: date) -> list[Person]:
    within = Unit.objects.filter(code=who.unit) if who.unit else Unit.objects.filter(pk=org.organ_of(unit))
    path = within.values_list("path", flat=True).first()
    return org.holding_post(who.post, path, day) if path else []


def _unit_head(who: Who, unit: Unit, day: date) -> list[Person]:
    above: Unit | None = unit
    for _level in range(who.level):
        above = above.parent if above and above.parent_id else None
    return org.heads(above.pk, day) if above else []


_SEEKERS: dict[WhoKind, Callable[[Who, Unit, date], list[Person]]] = {
    WhoKind.DUTY: _of_duty,
    WhoKind.POST: _of_post,
    WhoKind.UNIT_HEAD: _unit_head,
    WhoKind.IN_CHARGE: lambda who, unit, day: org.in_charge_of(unit.pk, day),
    WhoKind.PRINCIPAL: lambda who, unit, day: org.principal_of(org.organ_of(unit), day),
    WhoKind.NAMED: _named,
}
