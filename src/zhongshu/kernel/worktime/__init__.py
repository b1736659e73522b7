"""Working time: which days count, when a limit ends, and how one got there (rules T-01 to T-08)."""

from zhongshu.kernel.worktime.days import Calendar, DayKind, SpecialDay
from zhongshu.kernel.worktime.limits import DayStep, Deadline, Limit, Unit, Why, compute
from zhongshu.kernel.worktime.periods import Period, period_end

__all__ = [
    "Calendar",
    "DayKind",
    "DayStep",
    "Deadline",
    "Limit",
    "Period",
    "SpecialDay",
    "Unit",
    "Why",
    "compute",
    "period_end",
]
