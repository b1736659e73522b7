"""Ends that are not the end of the route."""

from zhongshu.approvals.models import Leg, LegState, Status
from zhongshu.approvals.walking.state import By, Walk


def end(walk: Walk, status: Status, by: By, *, refused_in: Leg | None = None) -> None:
    """The paper goes no further: nobody has to decide anything any more."""
    for leg in walk.live():
        walk.close_leg(leg, LegState.REFUSED if leg is refused_in else LegState.ENDED, by.at)
    walk.approval.status, walk.approval.ended_at = status, by.at


def void(walk: Walk, by: By) -> None:
    """Make void (作废); what was said stays to be read."""
    walk.begin_act(suspended=walk.approval.status == Status.SUSPENDED)
    end(walk, Status.VOID, by)
