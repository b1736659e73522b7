"""What of a form somebody may read: the route says it stage by stage.

The drafter sees all. Who sits in stages does not see what all his stages hide. Of those who only read, who audits or
leads the organ sees all, anybody else not what any stage hides.
"""

from collections.abc import Collection, Mapping

from zhongshu.approvals import policies
from zhongshu.approvals.grammar import Flow, Right
from zhongshu.approvals.walking import SUBMIT, Walk
from zhongshu.kernel.actors import Actor

NOTHING: frozenset[str] = frozenset()


def hidden_from(actor: Actor, walk: Walk) -> frozenset[str]:
    """Codes of the fields of a paper that ``actor`` may not see."""
    approval = walk.approval
    sat = {walk.leg(seat.leg).stage for seat in walk.seats if seat.person_id in actor.seats}
    if approval.submitter_id in actor.seats:
        sat.add(SUBMIT)
    return hidden(hiding(walk.flow), sat, oversees=policies.oversees(actor, approval.matter.organ_id))


def hidden(hides: Mapping[str, frozenset[str]], sat: Collection[str], *, oversees: bool) -> frozenset[str]:
    """What is hidden by stages that hide ``hides`` from who sat in the stages ``sat``, the drafter's among them."""
    if SUBMIT in sat:
        return NOTHING
    if sat:
        return frozenset.intersection(*(hides.get(code, NOTHING) for code in sat))
    return NOTHING if oversees else NOTHING.union(*hides.values())


def hiding(flow: Flow) -> dict[str, frozenset[str]]:
    """The codes of the fields that each stage hides; stages that hide none are left out."""
    found = {
        code: frozenset(field for field, right in stage.rights.items() if right == Right.HIDE)
        for code, stage in flow.stages.items()
    }
    return {code: hides for code, hides in found.items() if hides}
