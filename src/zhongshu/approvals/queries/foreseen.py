"""What agreeing to several papers at once would come to, told before it is done."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from zhongshu.approvals import policies, registry, walking
from zhongshu.approvals.queries.papers import walks_of
from zhongshu.approvals.walking import By, Walk
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters.models import Matter


@dataclass(frozen=True, slots=True)
class Foreseen:
    """Where a paper is shown, where in it somebody is asked (seat 0: nowhere), and why his agreeing would be refused."""

    url: str
    seat: int = 0
    stage: str = ""
    why: Refusal | None = None


def foreseen(actor: Actor, papers: Sequence[Matter], at: datetime) -> dict[int, Foreseen]:
    """By paper what would become of it, were ``actor`` to agree to all of them now; a few looks for all.

    Each is walked on in memory, and nothing of it is kept: what is refused here is refused by the press, too.
    """
    walks, hinders = walks_of(papers, local_day(at)), dict[str, registry.Hinders]()
    for kind in {one.kind for one in papers}:
        same = [one.approval for one in walks if one.approval.matter.kind == kind]
        hinders[kind] = registry.subject_of(kind).hinders(same, actor)
    return {one.approval.pk: _foreseen(actor, one, hinders[one.approval.matter.kind], at) for one in walks}


def _foreseen(actor: Actor, walk: Walk, hinders: registry.Hinders, at: datetime) -> Foreseen:
    seat, url = policies.seat_for(actor, walk), registry.address(walk.approval)
    if seat is None:
        return Foreseen(url, why=policies.not_asked(walk))
    stage = walk.stage(walk.leg(seat.leg))
    found = Foreseen(url, seat.number, stage.title if stage else "")
    try:
        policies.may_agree_at_once(walk, seat).require()
        hinders(walk.approval, stage).require()
        walking.agree(walk, seat, By(actor.person_id, at, actor.acting_for))
    except Refusal as refusal:
        return replace(found, why=refusal)
    return found
