from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.approvals import policies, queries, walking
from zhongshu.approvals.models import Approval
from zhongshu.approvals.services import trail
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Conflict
from zhongshu.platform.usecases.registry import use_case


@use_case("approvals.take_back")
def take_back(*, actor: Actor, matter_id: int, at: datetime) -> Approval:
    """Take back one's own decision while nobody has acted on it."""
    walk = queries.walk_for_update(actor, matter_id, at)
    policies.may_work(actor).require()
    seat = policies.last_own(actor, walk)
    if seat is None:
        raise Conflict(
            "too_late_to_take_back",
            _("下一步已经有人办理，不能取回。"),
            hint=_("如需更正，请联系现在的办理人退回。"),
        )
    walking.take_back(walk, seat, trail.by(actor, at))
    trail.keep(walk, "took_back", actor=actor, at=at)
    return walk.approval
