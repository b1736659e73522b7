"""The verbs of assets. Each is one use case: one transaction, one trail."""

from zhongshu.assets.services.change_hands import change_hands, take_part_instead
from zhongshu.assets.services.close import close_stocktake, stop_stocktake
from zhongshu.assets.services.count import Count, count, finish_count, note_surplus
from zhongshu.assets.services.due import plan_all, plan_stocktake
from zhongshu.assets.services.enter import Card, enter, enter_purchase
from zhongshu.assets.services.export import export, export_stocktake
from zhongshu.assets.services.move import dispose, hand_over
from zhongshu.assets.services.settle import Surplus, agree_difference, explain, recount
from zhongshu.assets.services.settle_move import approve_disposal, refuse_move, sign
from zhongshu.assets.services.stock import Counting, begin_stocktake, start_stocktake
from zhongshu.assets.services.take import take_file
from zhongshu.assets.services.use import amend, lay_idle, lend, note_repair, take_back, use_again
from zhongshu.assets.services.value import write_down

__all__ = [
    "Card",
    "Count",
    "Counting",
    "Surplus",
    "agree_difference",
    "amend",
    "approve_disposal",
    "begin_stocktake",
    "change_hands",
    "close_stocktake",
    "count",
    "dispose",
    "enter",
    "enter_purchase",
    "explain",
    "export",
    "export_stocktake",
    "finish_count",
    "hand_over",
    "lay_idle",
    "lend",
    "note_repair",
    "note_surplus",
    "plan_all",
    "plan_stocktake",
    "recount",
    "refuse_move",
    "sign",
    "start_stocktake",
    "stop_stocktake",
    "take_back",
    "take_file",
    "take_part_instead",
    "use_again",
    "write_down",
]
