"""One paper as a reader may know it, for whoever shows it to a program."""

from dataclasses import dataclass
from datetime import date

from zhongshu.approvals import knowing, policies
from zhongshu.approvals.models import Approval, Leg, Seat
from zhongshu.approvals.queries.papers import get, walk_of
from zhongshu.approvals.walking import SUBMIT, Walk
from zhongshu.kernel.actors import Actor


@dataclass(frozen=True, slots=True)
class Reading:
    """A paper, its walk and what of it ``actor`` may read and do now; ``hidden`` are codes of fields."""

    actor: Actor
    approval: Approval
    walk: Walk
    hidden: frozenset[str]
    offered: tuple[str, ...]

    @property
    def parts(self) -> list[tuple[Leg, Seat, str]]:
        """Everybody's part in every visit of a stage, with the title of the stage; the drafter's is left out."""
        titles = {code: stage.title for code, stage in self.walk.flow.stages.items()}
        legs = [leg for leg in self.walk.legs if leg.stage != SUBMIT]
        return [(leg, seat, titles[leg.stage]) for leg in legs for seat in self.walk.seats_of(leg)]

    @property
    def returnable(self) -> list[tuple[str, str]]:
        """Codes and titles of the stages it can be given back to by the reader now; the drafter's has no title."""
        seat = policies.seat_for(self.actor, self.walk)
        stages = self.walk.flow.stages
        codes = policies.returnable(self.walk, seat) if seat and "give_back" in self.offered else []
        return [(code, stages[code].title if code in stages else "") for code in codes]

    @property
    def removable(self) -> list[Seat]:
        """Signers whom the reader has added and can still remove."""
        return policies.own_signers(self.actor, self.walk) if "remove_signer" in self.offered else []


def reading(actor: Actor, matter_id: int, today: date) -> Reading:
    """The paper as ``actor`` may read it today; one he may not know of does not exist (404)."""
    approval = get(actor, matter_id)
    walk = walk_of(approval, today)
    hidden, offered = knowing.hidden_from(actor, walk), policies.offered(actor, walk)
    verbs = tuple(policies.agreeing(actor, walk) if one == "agree" else one for one in offered)
    return Reading(actor, approval, walk, hidden, verbs)
