"""On whose desks a case lies, and until when."""

from collections.abc import Iterable
from datetime import date, datetime

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.matters import services as matters
from zhongshu.matters.models import Matter, Outcome, Role
from zhongshu.platform.notify.models import Weight
from zhongshu.welfare import queries
from zhongshu.welfare.models import Case
from zhongshu.welfare.services import trail


def date_it(matter: Matter, due: date, *, provisional: bool, at: datetime) -> None:
    """``due`` is its date from now on; the caller saves."""
    matter.current_due, matter.due_is_provisional = due, provisional
    matter.light = matters.light_on(local_day(at), due)


def lay_before(
    case: Case, person_ids: Iterable[int], *, actor: Actor, at: datetime, role: Role = Role.HANDLE
) -> None:
    """It leaves the desks where it lies and lies before these people, until its date."""
    due = case.matter.current_due
    assert due is not None
    matters.finish_all(case.matter, actor=actor, at=at)
    matters.assign_people(case.matter, [(role, one, due) for one in dict.fromkeys(person_ids)], at=at)


def lay_before_undertakers(case: Case, told: str, *, actor: Actor, at: datetime) -> None:
    """It lies before all who undertake services in the organ and did not ask; whoever of them acts first has done it."""
    people = queries.undertakers(case.service, case.person_id, local_day(at))
    lay_before(case, [one.pk for one in people], actor=actor, at=at)
    for one in people:
        if one.pk not in actor.seats:
            matters.tell_person(case.matter, one.pk, told, url=trail.address(case), at=at)


def tell_asker(case: Case, told: str, *, actor: Actor, at: datetime, weight: Weight = Weight.TELL) -> None:
    """Who asked, and for whom it is, are told."""
    for person_id in {case.person_id, case.matter.drafter_id} - {None} - actor.seats:
        matters.tell_person(case.matter, person_id or 0, told, url=trail.address(case), at=at, weight=weight)


def take_off(case: Case, *, actor: Actor, at: datetime, outcome: Outcome = Outcome.DONE) -> None:
    """It leaves all desks: it is over."""
    matters.finish_all(case.matter, actor=actor, at=at, outcome=outcome)
