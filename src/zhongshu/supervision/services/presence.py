"""Nothing is given to somebody who is not there: a stand-in or another date is asked for first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters import services as matters
from zhongshu.matters.models import Assignment, Role
from zhongshu.org import queries as org
from zhongshu.org.models import Leave, Person, Unit
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision.models import Directive
from zhongshu.supervision.services import trail

OFFERED = 3


@dataclass(frozen=True, slots=True)
class Offer:
    """A way out in one press: ``value`` for the field ``name``, and the words on the button."""

    name: str
    value: str
    words: str


class HolderAway(Refusal):
    """Whoever would hold it is on leave then; ``offers`` are the ways out."""

    def __init__(self, unit: Unit, leaves: Sequence[Leave], offers: Sequence[Offer], field: str) -> None:
        names = "、".join(dict.fromkeys(leave.person.name for leave in leaves))
        until = max(leave.ends_on for leave in leaves)
        told = {"unit": unit, "names": names, "until": until.isoformat()}
        sentence = _("%(unit)s的%(names)s请假到 %(until)s，这件事没有人接。") % told
        ways = _("；").join(one.words for one in offers)
        hint = (
            _("请先定代办人或另选日期：%(ways)s。") % {"ways": ways}
            if ways
            else _("请另选单位、人员或日期。")
        )
        super().__init__("holder_is_away", sentence, hint=hint, fields={field: f"{sentence}{hint}"})
        self.offers = list(offers)
        self.place = 1


def give(
    directive: Directive,
    role: Role,
    *,
    unit_id: int,
    person_id: int | None = None,
    due: date,
    instead_ids: Iterable[int] = (),
    date_field: str = "",
    latest: date | None = None,
    field: str = "lead_id",
    actor: Actor,
    at: datetime,
) -> Assignment:
    """Put the matter into the hands of a unit or of a person in it, if somebody is there to take it.

    Where all who receive for the unit, or the person named, are on leave today or on ``due`` and nobody
    stands in for them, the first of ``instead_ids`` who works there gets it instead, which is recorded; without
    such a one it is refused, with what can be offered: ``date_field`` names the field of another date, which
    is offered up to ``latest``.
    """
    today, matter = local_day(at), directive.matter
    leaves = in_the_way(unit_id, person_id, today, due)
    if not leaves:
        return matters.assign(matter, role, unit_id=unit_id, person_id=person_id, due=due, at=at)
    unit = org.unit(unit_id)
    there = org.may_stand_in(unit, [one.person_id for one in leaves], today, due)
    by_id = {one.pk: one for one in there}
    chosen = next((by_id[pk] for pk in instead_ids if pk in by_id), None)
    if chosen is None:
        raise HolderAway(unit, leaves, _offers(leaves, there, due, date_field, latest), field)
    return _instead(directive, role, unit_id, chosen, leaves, due=due, actor=actor, at=at)


def present(person: Person, unit_id: int, *, due: date, at: datetime, field: str = "person_id") -> None:
    """Refuse to name somebody who is away; others who are there are offered in his place."""
    today = local_day(at)
    leaves = list(org.leaves_in_the_way([person.pk], today, due).values())
    if not leaves:
        return
    unit = org.unit(unit_id)
    there = org.may_stand_in(unit, [person.pk], today, due)
    raise HolderAway(unit, leaves, [_to(one, field) for one in there[:OFFERED]], field)


def if_there(person_id: int | None, *, due: date, at: datetime) -> int | None:
    """The person, unless he is away or has left: what is asked of an approver then lies with all who approve."""
    if person_id is None or org.in_place_of(person_id) != person_id:
        return None
    return None if org.leaves_in_the_way([person_id], local_day(at), due) else person_id


def in_the_way(unit_id: int, person_id: int | None, today: date, due: date) -> list[Leave]:
    """The leaves by which nobody would take it today or on ``due``: of the person, else of all who receive."""
    if person_id is None:
        return org.absent_receivers(unit_id, today, due)
    return list(org.leaves_in_the_way([person_id], today, due).values())


def _offers(
    leaves: Sequence[Leave], there: Sequence[Person], due: date, date_field: str, latest: date | None
) -> list[Offer]:
    offers = [_to(one, "instead_ids") for one in there[:OFFERED]]
    back = workdays.calendar().shift(min(one.ends_on for one in leaves), 1)
    covers_due = any(one.starts_on <= due <= one.ends_on for one in leaves)
    if date_field and covers_due and (latest is None or back <= latest):
        words = _("改为 %(day)s（销假后第一个工作日）") % {"day": back.isoformat()}
        offers.append(Offer(date_field, back.isoformat(), words))
    return offers


def _to(person: Person, name: str) -> Offer:
    return Offer(name, str(person.pk), _("交%(name)s代办") % {"name": person.name})


def _instead(
    directive: Directive,
    role: Role,
    unit_id: int,
    chosen: Person,
    leaves: Sequence[Leave],
    *,
    due: date,
    actor: Actor,
    at: datetime,
) -> Assignment:
    matter = directive.matter
    given = matters.assign(matter, role, unit_id=unit_id, person_id=chosen.pk, due=due, at=at)
    absent = "、".join(dict.fromkeys(leave.person.name for leave in leaves))
    until = max(leave.ends_on for leave in leaves).isoformat()
    trail.record(directive, "given_instead", actor=actor, at=at, absent=absent, until=until, to=chosen.name)
    told = on_record("%(absent)s请假，由您代办：%(title)s") % {"absent": absent, "title": matter.title}
    matters.tell_person(matter, chosen.pk, told, url=trail.address(directive), at=at)
    return given
