from collections.abc import Sequence
from datetime import datetime

from zhongshu.inspections import policies, queries
from zhongshu.inspections.models import Inspection
from zhongshu.inspections.services import trail
from zhongshu.inspections.services.desks import put_to_work
from zhongshu.inspections.services.team import Team, keep_team, lawful_team
from zhongshu.kernel import reasons
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.matters import services as matters
from zhongshu.matters.models import Outcome
from zhongshu.platform.usecases.registry import use_case


@use_case("inspections.approve")
def approve(
    *,
    actor: Actor,
    matter_id: int,
    leader_id: int,
    opinion: str = "",
    instead_ids: Sequence[int] = (),
    at: datetime,
) -> Inspection:
    """Approve an inspection and fix the leader of its team (rules D-01 and D-06); the team sets to work.

    ``instead_ids`` take the places of members who have gone on leave since.
    """
    inspection = queries.inspection_for_update(actor, matter_id)
    policies.require(actor, "approve", inspection)
    asked, today = Team(leader_id, tuple(queries.team_of(inspection.pk))), local_day(at)
    team = lawful_team(
        asked, inspection.units.all(), desk=inspection.matter.unit, first=max(today, inspection.starts_on),
        last=inspection.ends_on, today=today, instead_ids=instead_ids,
    )  # fmt: skip
    inspection.move("approve")
    keep_team(inspection, team)
    matters.finish_all(inspection.matter, actor=actor, at=at, opinion=opinion)
    put_to_work(inspection, actor=actor, at=at)
    trail.keep(inspection, "approved", actor=actor, at=at, opinion=opinion.strip(), **team.as_told())
    return inspection


@use_case("inspections.stop")
def stop(*, actor: Actor, matter_id: int, reason: str, at: datetime) -> Inspection:
    """Refuse a plan, or stop a running inspection, with the reason; matters that arose from it go on (rule D-29)."""
    inspection = queries.inspection_for_update(actor, matter_id)
    policies.require(actor, "stop", inspection)
    words = reasons.given(reason, rule="D-29")
    inspection.move("stop")
    inspection.reason = words[:300]
    matters.finish_all(inspection.matter, actor=actor, at=at, outcome=Outcome.RETURNED, opinion=words)
    trail.keep(inspection, inspection.state.value, actor=actor, at=at, reason=words)
    told = on_record("督查%(word)s：%(title)s。%(reason)s") % {
        "word": inspection.state.label,
        "title": inspection.matter.title,
        "reason": words,
    }
    for person_id in {*queries.team_of(inspection.pk), inspection.matter.drafter_id} - {None}:
        matters.tell_person(inspection.matter, person_id or 0, told, url=trail.address(inspection), at=at)
    return inspection
