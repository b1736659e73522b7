"""Who inspects: checked whenever a team is proposed, approved or changed (rules D-06 and D-12)."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from zhongshu.inspections import policies, queries, rules
from zhongshu.inspections.models import Inspection, Member
from zhongshu.inspections.services import trail
from zhongshu.inspections.services.presence import all_there
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters import queries as matter_queries
from zhongshu.matters import services as matters
from zhongshu.matters.models import Outcome, Role
from zhongshu.org import queries as org
from zhongshu.org.models import Unit
from zhongshu.platform.usecases.registry import use_case


@dataclass(frozen=True, slots=True)
class Team:
    """Who inspects, and who of them leads."""

    leader_id: int | None
    member_ids: tuple[int, ...]

    @property
    def leading(self) -> int:
        """Who leads, of a team that was found lawful."""
        assert self.leader_id is not None
        return self.leader_id

    def as_told(self) -> dict[str, str]:
        """The team as the journal keeps it."""
        others = names_of(one for one in self.member_ids if one != self.leader_id)
        return {"leader": org.known_person(self.leading).name, "members": "、".join(others)}


@use_case("inspections.change_team")
def change_team(
    *,
    actor: Actor,
    matter_id: int,
    leader_id: int,
    member_ids: Sequence[int],
    reason: str,
    instead_ids: Sequence[int] = (),
    at: datetime,
) -> Inspection:
    """Replace members of the team of a running inspection, with the reason; who left and who came is kept on record.

    It stays one leader (D-06) and nobody of an inspected unit (D-12). ``instead_ids`` take the places of members who
    are on leave.
    """
    inspection = queries.inspection_for_update(actor, matter_id)
    policies.require(actor, "change_team", inspection)
    if not reason.strip():
        told = _("请写明为什么调整。")
        raise Refusal("no_reason", _("请写明理由。"), fields={"reason": told}, rule="D-06")
    asked = Team(leader_id, tuple(dict.fromkeys(member_ids)))
    team = lawful_team(
        asked, inspection.units.all(), desk=inspection.matter.unit, first=local_day(at),
        last=inspection.ends_on, today=local_day(at), instead_ids=instead_ids,
    )  # fmt: skip
    before = queries.team_of(inspection.pk)
    left = names_of(set(before) - set(team.member_ids))
    joined = names_of(set(team.member_ids) - set(before))
    keep_team(inspection, team)
    _release(inspection, set(before) - set(team.member_ids), reason.strip(), actor=actor, at=at)
    put_to_work(inspection, actor=actor, at=at)
    facts = {"reason": reason.strip(), "left": "、".join(left), "joined": "、".join(joined)}
    trail.keep(inspection, "team_changed", actor=actor, at=at, **team.as_told(), **facts)
    return inspection


def lawful_team(
    asked: Team,
    units: Collection[Unit],
    *,
    desk: Unit,
    first: date,
    last: date,
    today: date,
    instead_ids: Sequence[int] = (),
) -> Team:
    """The team for the days from ``first`` to ``last``, with others for those on leave; or a refusal.

    Refused are a team without exactly one leader (D-06), one with somebody of, or related into, an inspected unit
    (D-12), and one with somebody on leave for whom nobody of ``instead_ids`` comes.
    """
    _require(asked, units, today)
    swaps = all_there(asked.member_ids, units, desk=desk, first=first, last=last, instead_ids=instead_ids)
    members = tuple(swaps.get(one, one) for one in asked.member_ids)
    team = Team(swaps.get(asked.leading, asked.leading), members)
    if swaps:
        _require(team, units, today)
    return team


def _require(team: Team, units: Collection[Unit], day: date) -> None:
    belonging = queries.working_in(team.member_ids, units, day)
    related = queries.with_relatives_in(team.member_ids, units, day)
    for verdict, field in (
        (rules.D_06_one_leader(team.leader_id, team.member_ids), "leader_id"),
        (rules.D_12_team(belonging=names_of(belonging), related=names_of(related)), "member_ids"),
    ):
        if not verdict:
            told = {field: f"{verdict.sentence}{verdict.hint}"}
            raise Refusal(verdict.code, verdict.sentence, fields=told, rule=verdict.rule, hint=verdict.hint)


def keep_team(inspection: Inspection, team: Team) -> None:
    """Store the team as it is from now on."""
    inspection.members.all().delete()
    Member.objects.bulk_create(
        Member(inspection=inspection, person_id=one, leads=one == team.leader_id) for one in team.member_ids
    )


def put_to_work(inspection: Inspection, *, actor: Actor, at: datetime) -> None:
    """The inspection lies on the desk of each of its team until its last day; who had no such part before is told."""
    told = on_record("您参加督查：%(title)s") % {"title": inspection.matter.title}
    held = {one.holder_person_id: one for one in matter_queries.open_assignments(inspection.pk)}
    roles = {one.person_id: Role.LEAD if one.leads else Role.SUPPORT for one in inspection.members.all()}
    moved = {pk: role for pk, role in roles.items() if pk not in held or held[pk].role != role}
    for person_id in moved.keys() & held.keys():
        matters.finish(held[person_id], Outcome.HANDED_OVER, actor=actor, at=at)
    for person_id, role in moved.items():
        matters.assign(inspection.matter, role, person_id=person_id, due=inspection.ends_on, at=at)
        matters.tell_person(inspection.matter, person_id, told, url=trail.address(inspection), at=at)


def _release(
    inspection: Inspection, person_ids: Collection[int], reason: str, *, actor: Actor, at: datetime
) -> None:
    """Take it off the desks of those who left, and tell them."""
    told = on_record("您不再参加督查：%(title)s。%(reason)s") % {
        "title": inspection.matter.title,
        "reason": reason,
    }
    for held in matter_queries.open_assignments(inspection.pk).filter(holder_person_id__in=person_ids):
        matters.finish(held, Outcome.HANDED_OVER, actor=actor, at=at, opinion=reason)
    for person_id in sorted(person_ids):
        matters.tell_person(inspection.matter, person_id, told, url=trail.address(inspection), at=at)


def names_of(person_ids: Iterable[int]) -> list[str]:
    """The names of people, in the order of their ids."""
    return [org.known_person(one).name for one in sorted(person_ids)]
