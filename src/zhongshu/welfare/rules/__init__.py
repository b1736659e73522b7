"""The law of services to employees: pure functions."""

from zhongshu.welfare.rules.cases import (
    F_15_complete,
    F_15_in_window,
    F_15_not_his_own,
    ahead_working_days,
    answer_limit,
    lead_working_days,
    masked,
    missing,
    report_limit,
)
from zhongshu.welfare.rules.reckoning import Reckoned, Slot, Terms, of_period, open_on, reckon, slots
from zhongshu.welfare.rules.windows import Span, Window, read

__all__ = [
    "F_15_complete",
    "F_15_in_window",
    "F_15_not_his_own",
    "Reckoned",
    "Slot",
    "Span",
    "Terms",
    "Window",
    "ahead_working_days",
    "answer_limit",
    "lead_working_days",
    "masked",
    "missing",
    "of_period",
    "open_on",
    "read",
    "reckon",
    "report_limit",
    "slots",
]
