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
from zhongshu.assets.queries.held import held_by_person, held_by_unit
from zhongshu.assets.queries.purchases import entered_of, purchase, purchases

__all__ = [
    "Narrowed",
    "asset",
    "asset_for_update",
    "assets",
    "assets_for_update",
    "entered_of",
    "held_by_person",
    "held_by_unit",
    "known",
    "offered",
    "page_of",
    "purchase",
    "purchases",
    "worth",
]
