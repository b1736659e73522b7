"""Reading assets, always for an actor."""

from zhongshu.assets.policies import offered
from zhongshu.assets.queries.assets import (
    Narrowed,
    asset,
    asset_for_update,
    assets,
    assets_for_update,
    known,
    page_of,
    worth,
)
from zhongshu.assets.queries.held import held_by_person, held_by_unit, parts_of_person
from zhongshu.assets.queries.leaving import gone_undecided, losses, lost
from zhongshu.assets.queries.moves import (
    beside,
    move,
    move_for_update,
    moved_for_update,
    moves,
    waiting_on,
)
from zhongshu.assets.queries.purchases import entered_of, purchase, purchases
from zhongshu.assets.queries.stocktakes import (
    cards_for_update,
    counted_in,
    differences,
    last_whole,
    line,
    lines,
    open_whole,
    stocktake,
    stocktake_for_update,
    stocktakes,
    to_count,
    to_list,
)

__all__ = [
    "gone_undecided",
    "losses",
    "lost",
    "Narrowed",
    "asset",
    "asset_for_update",
    "assets",
    "assets_for_update",
    "beside",
    "cards_for_update",
    "counted_in",
    "differences",
    "entered_of",
    "held_by_person",
    "held_by_unit",
    "known",
    "last_whole",
    "line",
    "lines",
    "move",
    "move_for_update",
    "moved_for_update",
    "moves",
    "parts_of_person",
    "offered",
    "open_whole",
    "page_of",
    "purchase",
    "purchases",
    "stocktake",
    "stocktake_for_update",
    "stocktakes",
    "to_count",
    "to_list",
    "waiting_on",
    "worth",
]
