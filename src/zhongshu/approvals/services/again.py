from collections.abc import Mapping
from datetime import datetime

from zhongshu.approvals import queries
from zhongshu.approvals.casting import OrgCasting
from zhongshu.approvals.models import Approval
from zhongshu.approvals.services import trail
from zhongshu.approvals.services.submit import enter, shown
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.platform.usecases.registry import use_case

Chosen = Mapping[str, list[str]]


@use_case("approvals.hand_in")
def hand_in_again(
    *,
    actor: Actor,
    matter_id: int,
    values: dict[str, str],
    opinion: str = "",
    at: datetime,
    chosen: Chosen | None = None,
) -> Approval:
    """Hand a draft in, or a paper that was given back, with the form as it is now."""
    approval = queries.for_update(actor, matter_id)
    walk = queries.walk_of(approval, local_day(at))
    if chosen is not None:
        approval.chosen = {code: list(numbers) for code, numbers in chosen.items()}
        walk.casting = OrgCasting(approval.unit, local_day(at), approval.chosen)
    enter(walk, values, opinion, actor=actor, at=at)
    trail.keep(walk, "handed_in", actor=actor, at=at, values=shown(walk, values), opinion=opinion)
    return approval
