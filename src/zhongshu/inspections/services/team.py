"""Who inspects: checked whenever a team is proposed, approved or changed (rules D-06 and D-12)."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from zhongshu.inspections import queries, rules
from zhongshu.inspections.models import Inspection, Member
from zhongshu.inspections.services.presence import all_there
from zhongshu.kernel.refusals import Refusal
from zhongshu.org import queries as org
from zhongshu.org.models import Unit


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
    require_lawful(asked, units, today)
    swaps = all_there(asked.member_ids, units, desk=desk, first=first, last=last, instead_ids=instead_ids)
    members = tuple(swaps.get(one, one) for one in asked.member_ids)
    team = Team(swaps.get(asked.leading, asked.leading), members)
    if swaps:
        require_lawful(team, units, today)
    return team


def require_lawful(team: Team, units: Collection[Unit], day: date) -> None:
    """Refuse a team that is not led by exactly one (D-06), or with somebody of an inspected unit (D-12)."""
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


def names_of(person_ids: Iterable[int]) -> list[str]:
    """The names of people, in the order of their ids."""
    return [org.known_person(one).name for one in sorted(person_ids)]
