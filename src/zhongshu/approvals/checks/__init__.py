"""What a route would do, found out before it is published: every fault is told as a story of one paper."""

from zhongshu.approvals.checks.deputies import Tried, tried
from zhongshu.approvals.checks.facts import Facts, Place, facts_of, people_in
from zhongshu.approvals.checks.fault import Fault, uncalled, unserved
from zhongshu.approvals.checks.faults import check
from zhongshu.approvals.checks.notes import notes

__all__ = [
    "Facts",
    "Fault",
    "Place",
    "Tried",
    "check",
    "facts_of",
    "notes",
    "people_in",
    "tried",
    "uncalled",
    "unserved",
]
