"""One's part in a paper: taken up in the seat where one is asked, and kept with what came of it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.approvals import policies, queries, registry
from zhongshu.approvals.grammar import Stage
from zhongshu.approvals.models import Approval, Seat
from zhongshu.approvals.services import trail
from zhongshu.approvals.walking import By, Walk, replace
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Conflict, Forbidden


@dataclass(frozen=True, slots=True)
class Part:
    """``actor`` in the seat where he is asked, in a paper that is locked for this act."""

    walk: Walk
    seat: Seat
    actor: Actor
    at: datetime

    @property
    def by(self) -> By:
        """Who acts, as the walk knows him."""
        return trail.by(self.actor, self.at)

    @property
    def stage(self) -> Stage | None:
        """The stage of the seat; None for the drafter's own."""
        return self.walk.stage(self.walk.leg(self.seat.leg))

    def permit(self) -> None:
        """Ask the paper's own floor before anybody agrees here, in whichever words; it refuses what it forbids."""
        approval = self.walk.approval
        registry.subject_of(approval.matter.kind).guard(approval, self.stage, self.actor, self.at)

    def keep(self, verb: str, *, opinion: str, **facts: object) -> Approval:
        """Keep what the act has changed and tell it as ``verb``."""
        told = {"stage": self.stage.title if self.stage else "", "opinion": opinion.strip(), **facts}
        trail.keep(self.walk, verb, actor=self.actor, at=self.at, **told)
        return self.walk.approval


def seated(actor: Actor, matter_id: int, asked_as: int | None, at: datetime) -> Part:
    """The part of ``actor`` in a paper, with its row locked.

    Refused where he is not asked, or no more in the seat numbered ``asked_as`` that he was shown.
    """
    walk = queries.walk_for_update(actor, matter_id, at)
    policies.may_work(actor).require()
    seat = policies.seat_for(actor, walk)
    if seat is None:
        raise policies.not_asked(walk)
    if asked_as not in (None, seat.number):
        raise Conflict(
            "already_decided", _("您刚才看到的那一步已经办过了。"), hint=_("请刷新页面，看清现在的环节再办。")
        )
    return Part(walk, seat, actor, at)


def succeed(walk: Walk, from_id: int, to_id: int, by: By) -> list[Seat]:
    """The parts of who leaves, given to his successor; a refusal says in which paper."""
    try:
        return replace(walk, from_id, to_id, by)
    except Forbidden as no:
        told = {"number": walk.approval.matter.number, "sentence": str(no.sentence)}
        sentence = _("%(number)s不能移交：%(sentence)s") % told
        hint = _("请先把这份单据转办给别人，或者另选接手人。")
        raise Forbidden(no.code, sentence, rule=no.rule, hint=hint) from no
