from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.inspections import policies, queries
from zhongshu.inspections.models import Inspection
from zhongshu.inspections.services import trail
from zhongshu.inspections.services.desks import put_to_work, release
from zhongshu.inspections.services.team import Team, keep_team, lawful_team, names_of
from zhongshu.kernel import reasons
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.platform.usecases.registry import use_case


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
    reasons.given(reason, _("请写明为什么调整。"), rule="D-06")
    asked = Team(leader_id, tuple(dict.fromkeys(member_ids)))
    team = lawful_team(
        asked, inspection.units.all(), desk=inspection.matter.unit, first=local_day(at),
        last=inspection.ends_on, today=local_day(at), instead_ids=instead_ids,
    )  # fmt: skip
    before = queries.team_of(inspection.pk)
    left = names_of(set(before) - set(team.member_ids))
    joined = names_of(set(team.member_ids) - set(before))
    keep_team(inspection, team)
    release(inspection, set(before) - set(team.member_ids), reason.strip(), actor=actor, at=at)
    put_to_work(inspection, actor=actor, at=at)
    facts = {"reason": reason.strip(), "left": "、".join(left), "joined": "、".join(joined)}
    trail.keep(inspection, "team_changed", actor=actor, at=at, **team.as_told(), **facts)
    return inspection
