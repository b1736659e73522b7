"""What a route would do, found out before it is published: every fault is told as a story of one paper."""

from zhongshu.approvals.checks.deputies import Tried, tried
from zhongshu.approvals.checks.facts import Facts, Place, facts_of, people_in
from zhongshu.approvals.checks.fault import Fault, uncalled, unchosen, unread, unserved
from zhongshu.approvals.checks.faults import check
from zhongshu.approvals.checks.notes import notes
from zhongshu.approvals.checks.tied import tied_wrong

__all__ = [
    "Facts",
    "Fault",
    "Place",
    "Tried",
    "check",
    "facts_of",
    "notes",
    "people_in",
    "tied_wrong",
    "tried",
    "uncalled",
    "unchosen",
    "unread",
    "unserved",
]
