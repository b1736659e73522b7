"""Working time: which days count, when a limit ends, and how one got there (rules T-01 to T-09)."""

from zhongshu.kernel.worktime.days import Calendar, DayKind, SpecialDay
from zhongshu.kernel.worktime.limits import (
    DayStep,
    Deadline,
    Limit,
    Unit,
    Why,
    compute,
    ends_at,
    is_over,
    working_days_between,
    working_days_left,
)
from zhongshu.kernel.worktime.periods import Period, last_working_day_of, period_end
from zhongshu.kernel.worktime.running import (
    THRESHOLDS,
    Pause,
    Reckoning,
    reckon,
    warning_dates,
    warning_level,
)

__all__ = [
    "THRESHOLDS",
    "Calendar",
    "DayKind",
    "DayStep",
    "Deadline",
    "Limit",
    "Pause",
    "Period",
    "Reckoning",
    "SpecialDay",
    "Unit",
    "Why",
    "compute",
    "ends_at",
    "is_over",
    "last_working_day_of",
    "period_end",
    "reckon",
    "warning_dates",
    "warning_level",
    "working_days_between",
    "working_days_left",
]
