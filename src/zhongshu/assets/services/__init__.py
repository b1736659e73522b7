"""The verbs of assets. Each is one use case: one transaction, one trail."""

from zhongshu.assets.services.change_hands import change_hands
from zhongshu.assets.services.enter import Card, enter, enter_purchase
from zhongshu.assets.services.export import export
from zhongshu.assets.services.use import amend, lay_idle, lend, note_repair, take_back, use_again
from zhongshu.assets.services.value import write_down

__all__ = [
    "Card",
    "amend",
    "change_hands",
    "enter",
    "enter_purchase",
    "export",
    "lay_idle",
    "lend",
    "note_repair",
    "take_back",
    "use_again",
    "write_down",
]
