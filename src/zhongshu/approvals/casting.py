"""Who can be asked today: the organisation as the walk of a paper sees it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from zhongshu.approvals.grammar import Stage, Who, WhoKind
from zhongshu.kernel.clock import local_day
from zhongshu.org import queries as org
from zhongshu.org.models import Person, Unit
from zhongshu.platform.workdays import queries as workdays


@dataclass(slots=True)
class OrgCasting:
    """The approvers of a paper drafted in ``unit``, on ``today``; ``chosen`` are staff numbers by stage."""

    unit: Unit
    today: date
    chosen: Mapping[str, list[str]] = field(default_factory=dict)

    def people(self, stage: Stage) -> list[int]:
        """The approvers of a stage, as the organisation is today."""
        if stage.who.kind == WhoKind.CHOSEN:
            numbers = self.chosen.get(stage.code, [])
            pool = stage.who.people
            return self.serving(_ids(org.people_numbered([n for n in numbers if not pool or n in pool])))
        return _ids(seekers[stage.who.kind](self, stage.who))

    def above(self, person_id: int) -> list[int]:
        """The next superiors of a person."""
        return _ids(org.above(person_id, self.today))

    def fallback(self, stage: Stage) -> list[int]:
        """The persons named for the case that nobody is found."""
        return self.serving(_ids(org.people_numbered(list(stage.fallback))))

    def serving(self, person_ids: Iterable[int]) -> list[int]:
        """Those who hold a post today, in the order given."""
        wanted = list(person_ids)
        held = {one.person_id for one in org.appointments_on(wanted, self.today)} if wanted else set()
        return [one for one in wanted if one in held]

    def due(self, within: int) -> date:
        """The day ``within`` working days from today."""
        return workdays.calendar().shift(self.today, within)

    def later(self, due: date, since: datetime) -> date:
        """``due`` moved by the working days that have passed since."""
        calendar = workdays.calendar()
        return calendar.shift(due, max(calendar.count(local_day(since), self.today), 0))

    @property
    def organ_id(self) -> int:
        """The organ the paper is drafted in."""
        return org.organ_of(self.unit)


def _ids(people: Iterable[Person]) -> list[int]:
    return [one.pk for one in people]


def _named(cast: OrgCasting, who: Who) -> list[Person]:
    found = org.people_numbered(list(who.people))
    serving = set(cast.serving(_ids(found)))
    return [one for one in found if one.pk in serving]


def _of_duty(cast: OrgCasting, who: Who) -> list[Person]:
    if who.unit:
        unit = Unit.objects.filter(code=who.unit).first()
        held = org.people_with([who.duty], unit, cast.today) if unit else []
        return list(dict.fromkeys(one.person for one in held))
    return org.holders_of(who.duty, cast.organ_id, cast.today)


def _of_post(cast: OrgCasting, who: Who) -> list[Person]:
    within = Unit.objects.filter(code=who.unit) if who.unit else Unit.objects.filter(pk=cast.organ_id)
    path = within.values_list("path", flat=True).first()
    return org.holding_post(who.post, path, cast.today) if path else []


def _unit_head(cast: OrgCasting, who: Who) -> list[Person]:
    unit: Unit | None = cast.unit
    for _level in range(who.level):
        unit = unit.parent if unit and unit.parent_id else None
    return org.heads(unit.pk, cast.today) if unit else []


seekers: dict[WhoKind, Callable[[OrgCasting, Who], list[Person]]] = {
    WhoKind.DUTY: _of_duty,
    WhoKind.POST: _of_post,
    WhoKind.UNIT_HEAD: _unit_head,
    WhoKind.IN_CHARGE: lambda cast, who: org.in_charge_of(cast.unit.pk, cast.today),
    WhoKind.PRINCIPAL: lambda cast, who: org.principal_of(cast.organ_id, cast.today),
    WhoKind.NAMED: _named,
}
