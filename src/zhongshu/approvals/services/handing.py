from datetime import datetime

from zhongshu.approvals import walking
from zhongshu.approvals.models import Approval
from zhongshu.approvals.services.seated import seated
from zhongshu.kernel.actors import Actor
from zhongshu.platform.usecases.registry import use_case


@use_case("approvals.reassign")
def reassign(
    *,
    actor: Actor,
    matter_id: int,
    person_id: int,
    opinion: str = "",
    asked_as: int | None = None,
    at: datetime,
) -> Approval:
    """Hand one's part on (转办); it does not come back."""
    part = seated(actor, matter_id, asked_as, at)
    made = walking.reassign(part.walk, part.seat, person_id, part.by, opinion)
    return part.keep("reassigned", opinion=opinion, name=made.person.name)


@use_case("approvals.delegate")
def delegate(
    *,
    actor: Actor,
    matter_id: int,
    person_id: int,
    opinion: str = "",
    asked_as: int | None = None,
    at: datetime,
) -> Approval:
    """Ask somebody's opinion first (委派); the paper comes back and one decides oneself."""
    part = seated(actor, matter_id, asked_as, at)
    made = walking.delegate(part.walk, part.seat, person_id, part.by, opinion)
    return part.keep("delegated", opinion=opinion, name=made.person.name)
