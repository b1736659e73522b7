from zhongshu.assets.models.asset import Asset
from zhongshu.assets.models.choices import MOVE, STOCKTAKE, Stage, State, Turn, Way
from zhongshu.assets.models.move import OPEN, Move
from zhongshu.assets.models.stocktake import RUNNING, Line, Stocktake

__all__ = [
    "MOVE",
    "OPEN",
    "RUNNING",
    "STOCKTAKE",
    "Asset",
    "Line",
    "Move",
    "Stage",
    "State",
    "Stocktake",
    "Turn",
    "Way",
]
