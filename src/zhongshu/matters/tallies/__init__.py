"""Running totals of matters: kept by triggers, folded by a job, read for the board, proven by a recount."""

from zhongshu.matters.tallies.counting import Counted, day_of, local_day_sql, month_sql, register
from zhongshu.matters.tallies.in_hand import in_hand, in_hand_each
from zhongshu.matters.tallies.keys import EPOCH, NEVER, Key, keys_of, monday_of, month_of
from zhongshu.matters.tallies.model import Span, Standing, Took, UnitCount
from zhongshu.matters.tallies.standing import standing, standing_of

__all__ = [
    "Counted",
    "EPOCH",
    "NEVER",
    "Key",
    "Span",
    "Standing",
    "Took",
    "UnitCount",
    "day_of",
    "in_hand",
    "in_hand_each",
    "keys_of",
    "local_day_sql",
    "monday_of",
    "month_of",
    "month_sql",
    "register",
    "standing",
    "standing_of",
]
