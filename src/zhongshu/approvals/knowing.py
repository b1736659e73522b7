"""What of a form somebody may read: the route says it stage by stage."""

from zhongshu.approvals.grammar import Right
from zhongshu.approvals.walking import SUBMIT, Walk
from zhongshu.kernel.actors import Actor
from zhongshu.org.models import Duty

OVERSEES = (Duty.AUDIT, Duty.LEAD_ORGAN)


def hidden_from(actor: Actor, walk: Walk) -> frozenset[str]:
    """Codes of the fields that ``actor`` may not see.

    The drafter and who audits or leads the organ see all. Who sits in stages does not see what all his stages
    hide; who only reads does not see what any stage hides.
    """
    approval = walk.approval
    oversees = any(actor.has_duty(duty, approval.matter.organ_id) for duty in OVERSEES)
    sat = {walk.leg(seat.leg).stage for seat in walk.seats if seat.person_id in actor.seats}
    if approval.submitter_id in actor.seats or SUBMIT in sat:
        return frozenset()
    hides = {code: _hides(stage.rights) for code, stage in walk.flow.stages.items()}
    if sat:
        return frozenset.intersection(*(hides[code] for code in sat))
    if oversees or actor.is_system:
        return frozenset()
    return frozenset().union(*hides.values())


def _hides(rights: object) -> frozenset[str]:
    pairs = dict(rights).items()  # type: ignore[call-overload]
    return frozenset(code for code, right in pairs if right == Right.HIDE)
