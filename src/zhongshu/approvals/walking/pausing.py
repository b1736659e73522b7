"""Stopping the clock and starting it again."""

from zhongshu.approvals.models import LegState, Status
from zhongshu.approvals.walking.state import By, Walk


def suspend(walk: Walk, by: By) -> None:
    """Stop everything, the clock too (挂起); nobody decides until it goes on."""
    walk.begin_act()
    walk.approval.status = Status.SUSPENDED
    walk.approval.suspended_at, walk.approval.suspended_by_id = by.at, by.in_name_of


def resume(walk: Walk, by: By) -> None:
    """Go on; every date moves by the working days that the clock stood."""
    walk.begin_act(suspended=True)
    since = walk.approval.suspended_at
    assert since is not None
    for leg in walk.live():
        if leg.state == LegState.OPEN:
            leg.due = walk.casting.later(leg.due, since)
    walk.approval.status, walk.approval.suspended_at = Status.RUNNING, None
    walk.approval.suspended_by_id = None
