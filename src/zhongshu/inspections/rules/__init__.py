"""The law of inspections: pure functions named after the rule book's ids (政府督查工作条例, 国务院令第733号)."""

from zhongshu.inspections.rules.planning import (
    D_02_kind,
    D_05_designated,
    D_05_on_paper,
    D_06_one_leader,
    D_12_team,
)
from zhongshu.inspections.rules.review import THIRTY_DAYS, D_08_by_others, D_08_in_time, D_08_reported_anew
from zhongshu.inspections.rules.working import D_03_step, D_07_concluded

__all__ = [
    "THIRTY_DAYS",
    "D_02_kind",
    "D_03_step",
    "D_05_designated",
    "D_05_on_paper",
    "D_06_one_leader",
    "D_07_concluded",
    "D_08_by_others",
    "D_08_in_time",
    "D_08_reported_anew",
    "D_12_team",
]
