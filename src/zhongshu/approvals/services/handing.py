from collections.abc import Callable
from datetime import datetime

from zhongshu.approvals import walking
from zhongshu.approvals.models import Approval, Seat
from zhongshu.approvals.services.seated import Part, seated
from zhongshu.approvals.walking import By, Walk
from zhongshu.kernel.actors import Actor
from zhongshu.platform.usecases.registry import use_case

Turn = Callable[[Walk, Seat, int, By, str], Seat]


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
    """Hand one's part on (转办), to whom the stage lets it go; it does not come back."""
    part = seated(actor, matter_id, asked_as, at)
    return _to(person_id, part, walking.reassign, "reassigned", opinion)


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
    return _to(person_id, part, walking.delegate, "delegated", opinion)


def _to(person_id: int, part: Part, turn: Turn, verb: str, opinion: str) -> Approval:
    """Turn to another person with one's part, and tell who that is."""
    made = turn(part.walk, part.seat, person_id, part.by, opinion)
    return part.keep(verb, opinion=opinion, name=made.person.name)
