"""Reading inspections, always for an actor."""

from zhongshu.inspections.queries.designations import designation, designations, desks, in_force
from zhongshu.inspections.queries.inspections import (
    conclusion,
    conclusion_for_update,
    finding,
    inspection,
    inspection_for_update,
)
from zhongshu.inspections.queries.reviewers import reviewers
from zhongshu.inspections.queries.teams import leader_of, team_of, with_relatives_in, working_in

__all__ = [
    "conclusion",
    "conclusion_for_update",
    "designation",
    "designations",
    "desks",
    "finding",
    "in_force",
    "inspection",
    "inspection_for_update",
    "leader_of",
    "reviewers",
    "team_of",
    "with_relatives_in",
    "working_in",
]
