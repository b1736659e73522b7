"""The verbs of inspections. Each is one use case: one transaction, one trail."""

from zhongshu.inspections.services.approve import approve, stop
from zhongshu.inspections.services.change_team import change_team
from zhongshu.inspections.services.designate import designate
from zhongshu.inspections.services.export import export, export_conclusions
from zhongshu.inspections.services.feed_back import feed_back
from zhongshu.inspections.services.follow import follow_finding, join_finding, leave_finding
from zhongshu.inspections.services.plan import Plan, plan_inspection
from zhongshu.inspections.services.reissue import reissue_report
from zhongshu.inspections.services.review import ask_review, decide_review
from zhongshu.inspections.services.settle import accept_conclusion, lapse, lapse_all
from zhongshu.inspections.services.take import take_designation, take_file
from zhongshu.inspections.services.withdraw import withdraw_designation
from zhongshu.inspections.services.work import note_finding, record_step

__all__ = [
    "Plan",
    "accept_conclusion",
    "approve",
    "ask_review",
    "change_team",
    "decide_review",
    "designate",
    "export",
    "export_conclusions",
    "feed_back",
    "follow_finding",
    "join_finding",
    "lapse",
    "lapse_all",
    "leave_finding",
    "note_finding",
    "plan_inspection",
    "record_step",
    "reissue_report",
    "stop",
    "take_designation",
    "take_file",
    "withdraw_designation",
]
