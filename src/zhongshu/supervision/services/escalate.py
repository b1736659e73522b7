"""Once a working day: late matters climb the ladder of rule D-23, one rung at a time."""

from datetime import datetime

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Conflict
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import queries
from zhongshu.supervision.services.slips import raise_slip


def escalate(*, actor: Actor, at: datetime) -> int:
    """Raise the slips that are due today; how many. Nothing on a day of rest, nothing twice a day.

    Each matter is its own use case: what somebody has meanwhile reported done is passed over
    (its Conflict says that no slip is due), and an interruption costs none of the others.
    """
    today, calendar = local_day(at), workdays.calendar()
    if not calendar.works(today):
        return 0
    raised = 0
    for directive_id in queries.to_escalate(today, calendar):
        try:
            raise_slip(actor=actor, directive_id=directive_id, at=at)
            raised += 1
        except Conflict:
            continue
    return raised
