"""Who inspects: checked whenever a team is proposed, approved or changed (rules D-06 and D-12)."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from zhongshu.inspections import policies, queries, rules
from zhongshu.inspections.models import Inspection, Member
from zhongshu.inspections.services import trail
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters import services as matters
from zhongshu.matters.models import Role
from zhongshu.org import queries as org
from zhongshu.org.models import Unit
from zhongshu.platform.usecases.registry import use_case


@use_case("inspections.change_team")
def change_team(
    *, actor: Actor, matter_id: int, leader_id: int, member_ids: Sequence[int], at: datetime
) -> Inspection:
    """Fix the team of a running inspection anew: one leader, nobody of an inspected unit."""
    inspection = queries.inspection_for_update(actor, matter_id)
    policies.require(actor, "change_team", inspection)
    require_team(leader_id, member_ids, inspection.units.all(), local_day(at))
    keep_team(inspection, leader_id, member_ids)
    matters.finish_all(inspection.matter, actor=actor, at=at)
    put_to_work(inspection, at=at)
    trail.keep(inspection, "team_changed", actor=actor, at=at, **as_told(leader_id, member_ids))
    return inspection


def require_team(
    leader_id: int | None, member_ids: Collection[int], units: Collection[Unit], day: date
) -> None:
    """Refuse a team without exactly one leader (D-06) or with somebody of, or related into, an inspected unit (D-12)."""
    belonging = queries.working_in(member_ids, units, day)
    related = queries.with_relatives_in(member_ids, units, day)
    for verdict, field in (
        (rules.D_06_one_leader(leader_id, member_ids), "leader_id"),
        (rules.D_12_team(belonging=_names(belonging), related=_names(related)), "member_ids"),
    ):
        if not verdict:
            told = {field: f"{verdict.sentence}{verdict.hint}"}
            raise Refusal(verdict.code, verdict.sentence, fields=told, rule=verdict.rule, hint=verdict.hint)


def keep_team(inspection: Inspection, leader_id: int, member_ids: Sequence[int]) -> None:
    """Store the team as it is from now on."""
    inspection.members.all().delete()
    Member.objects.bulk_create(
        Member(inspection=inspection, person_id=one, leads=one == leader_id)
        for one in dict.fromkeys(member_ids)
    )


def put_to_work(inspection: Inspection, *, at: datetime) -> None:
    """The inspection lies on the desks of its team until its last day; each is told."""
    told = on_record("您参加督查：%(title)s") % {"title": inspection.matter.title}
    for member in inspection.members.all():
        role = Role.LEAD if member.leads else Role.SUPPORT
        matters.assign(inspection.matter, role, person_id=member.person_id, due=inspection.ends_on, at=at)
        matters.tell_person(inspection.matter, member.person_id, told, url=trail.address(inspection), at=at)


def as_told(leader_id: int, member_ids: Collection[int]) -> dict[str, str]:
    """A team as the journal keeps it."""
    return {
        "leader": org.known_person(leader_id).name,
        "members": "、".join(_names(set(member_ids) - {leader_id})),
    }


def _names(person_ids: Collection[int]) -> list[str]:
    return [org.known_person(one).name for one in sorted(person_ids)]
