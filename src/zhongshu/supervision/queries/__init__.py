"""Reading supervised matters, always for an actor."""

from zhongshu.supervision.queries.directives import (
    asked_extensions,
    for_update,
    get,
    last_approver,
    last_handler,
    offered,
    open_recheck,
    stored,
    to_instruct,
)
from zhongshu.supervision.queries.intakes import (
    directory,
    findings,
    intake_for,
    intake_for_update,
    intakes,
    opened_from,
    organ_of_desk,
)
from zhongshu.supervision.queries.ledger import COUNTED, Filter, ledger, narrow, total
from zhongshu.supervision.queries.parts import open_children, open_whole, parts
from zhongshu.supervision.queries.similar import Similar, likeness, similar
from zhongshu.supervision.queries.slips import (
    slip_for_this_lateness,
    slips,
    slips_out,
    slips_to_acknowledge,
    step_due,
    to_escalate,
)
from zhongshu.supervision.queries.whereabouts import Whereabouts, instructed

__all__ = [
    "COUNTED",
    "Filter",
    "Similar",
    "Whereabouts",
    "asked_extensions",
    "directory",
    "findings",
    "for_update",
    "get",
    "instructed",
    "intake_for",
    "intake_for_update",
    "intakes",
    "last_approver",
    "last_handler",
    "ledger",
    "likeness",
    "narrow",
    "offered",
    "open_children",
    "open_recheck",
    "open_whole",
    "opened_from",
    "organ_of_desk",
    "parts",
    "similar",
    "slip_for_this_lateness",
    "slips",
    "slips_out",
    "slips_to_acknowledge",
    "step_due",
    "stored",
    "to_escalate",
    "to_instruct",
    "total",
]
