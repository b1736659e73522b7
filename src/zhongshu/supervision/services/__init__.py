from zhongshu.supervision.services.close import answer_leader, close_out
from zhongshu.supervision.services.complete import accept, complete, return_for_rework
from zhongshu.supervision.services.confirm import Choice, confirm
from zhongshu.supervision.services.divert import reopen, shelve, terminate, transfer
from zhongshu.supervision.services.extend import ask_extension, decide_extension
from zhongshu.supervision.services.intake import bring_in
from zhongshu.supervision.services.open import Task, dispatch, open_directive
from zhongshu.supervision.services.recompute import recompute
from zhongshu.supervision.services.report import remind, report
from zhongshu.supervision.services.sign import object_to, pass_on, sign_for

__all__ = [
    "Choice",
    "Task",
    "accept",
    "answer_leader",
    "ask_extension",
    "bring_in",
    "close_out",
    "complete",
    "confirm",
    "decide_extension",
    "dispatch",
    "object_to",
    "open_directive",
    "pass_on",
    "remind",
    "recompute",
    "reopen",
    "report",
    "return_for_rework",
    "shelve",
    "sign_for",
    "terminate",
    "transfer",
]
