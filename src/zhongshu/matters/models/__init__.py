from zhongshu.matters.models.assignment import Assignment, Outcome, Role
from zhongshu.matters.models.attachment import Attachment, AttachmentRole
from zhongshu.matters.models.grant import Grant
from zhongshu.matters.models.link import Link, LinkKind
from zhongshu.matters.models.matter import (
    Group,
    Importance,
    Light,
    Matter,
    Sensitivity,
    Urgency,
    stream_of,
)
from zhongshu.matters.models.moving import Arrows, LifeCycle, Moving
from zhongshu.matters.models.sight import LOOKED_UP, Sight, whole_organs
from zhongshu.matters.models.tally import Measure, Tally, TallyChange
from zhongshu.matters.models.waits import Waits

__all__ = [
    "LOOKED_UP",
    "Arrows",
    "LifeCycle",
    "Moving",
    "Assignment",
    "Attachment",
    "AttachmentRole",
    "Grant",
    "Group",
    "Importance",
    "Light",
    "Link",
    "LinkKind",
    "Matter",
    "Measure",
    "Outcome",
    "Role",
    "Sensitivity",
    "Sight",
    "Tally",
    "TallyChange",
    "Urgency",
    "Waits",
    "stream_of",
    "whole_organs",
]
