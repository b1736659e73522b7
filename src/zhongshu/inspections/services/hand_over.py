"""Who leaves is followed in the teams of inspections by who takes over all he holds."""

from datetime import datetime

from django.db.models import QuerySet

from zhongshu.inspections.models import Inspection, State
from zhongshu.inspections.services import trail
from zhongshu.inspections.services.desks import put_to_work
from zhongshu.inspections.services.team import Team, keep_team, names_of, require_lawful
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record


def hand_over(from_id: int, to_id: int, actor: Actor, at: datetime) -> int:
    """The successor takes the place in every team, and leads where he led whom he follows; part of that use case.

    Refused where the successor is of an inspected unit, or has a relative there (D-12).
    """
    held = list(_teams(from_id).select_for_update(of=("self",)).select_related("matter"))
    for one in held:
        places = [(to_id if pk == from_id else pk, leads) for pk, leads in _places(one)]
        leader = next((pk for pk, leads in places if leads), None)
        team = Team(leader, tuple(dict.fromkeys(pk for pk, _leads in places)))
        require_lawful(team, one.units.all(), local_day(at))
        keep_team(one, team)
        if one.state == State.RUNNING:
            put_to_work(one, actor=actor, at=at)
        told = {"left": names_of([from_id])[0], "joined": names_of([to_id])[0]}
        facts = {**team.as_told(), **told, "reason": on_record("经办工作移交")}
        trail.keep(one, "team_changed", actor=actor, at=at, **facts)
    return len(held)


def held_by_person(person_id: int) -> int:
    """In how many teams of inspections that are planned or run somebody is."""
    return _teams(person_id).count()


def _teams(person_id: int) -> QuerySet[Inspection]:
    begun = Inspection.objects.filter(matter__state__in=(State.PLANNED, State.RUNNING))
    return begun.filter(members__person_id=person_id).order_by("pk")


def _places(one: Inspection) -> list[tuple[int, bool]]:
    return list(one.members.values_list("person_id", "leads"))
