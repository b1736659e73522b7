"""The law of assets: pure functions named after the rule book's ids (行政事业性国有资产管理条例, 国务院令第738号)."""

from zhongshu.assets.rules.counting import (
    F_12_at_rest,
    F_12_closed,
    F_12_counted_by,
    F_12_counters,
    F_12_decided_by,
    F_12_due,
    F_12_finished,
)
from zhongshu.assets.rules.ledger import MOST_CARDS, F_12_card, F_12_purchase
from zhongshu.assets.rules.moving import F_12_disposed_by, F_12_free, F_12_one_keeper

__all__ = [
    "MOST_CARDS",
    "F_12_at_rest",
    "F_12_card",
    "F_12_closed",
    "F_12_counted_by",
    "F_12_counters",
    "F_12_decided_by",
    "F_12_disposed_by",
    "F_12_due",
    "F_12_finished",
    "F_12_free",
    "F_12_one_keeper",
    "F_12_purchase",
]
