"""Reading inspections, always for an actor."""

from zhongshu.inspections.policies import answers, offered
from zhongshu.inspections.queries.designations import (
    designation,
    designation_for_update,
    designations,
    desks,
    in_force,
    own_desks,
)
from zhongshu.inspections.queries.inspections import (
    conclusion,
    conclusion_for_update,
    edition,
    finding,
    inspection,
    inspection_for_update,
    open_matters,
)
from zhongshu.inspections.queries.listing import Narrowed, conclusions, inspections, page_of
from zhongshu.inspections.queries.reports import overturned, reports, told_of
from zhongshu.inspections.queries.reviewers import reviewers
from zhongshu.inspections.queries.teams import (
    leader_of,
    people_called,
    team,
    team_of,
    with_relatives_in,
    working_in,
)

__all__ = [
    "Narrowed",
    "answers",
    "conclusion",
    "conclusion_for_update",
    "conclusions",
    "designation",
    "designation_for_update",
    "designations",
    "desks",
    "edition",
    "finding",
    "in_force",
    "inspection",
    "inspection_for_update",
    "inspections",
    "leader_of",
    "offered",
    "open_matters",
    "overturned",
    "own_desks",
    "page_of",
    "people_called",
    "reports",
    "reviewers",
    "team",
    "team_of",
    "told_of",
    "with_relatives_in",
    "working_in",
]
