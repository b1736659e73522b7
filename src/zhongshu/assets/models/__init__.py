from zhongshu.assets.models.asset import Asset
from zhongshu.assets.models.choices import STOCKTAKE, Stage, State
from zhongshu.assets.models.stocktake import RUNNING, Line, Stocktake

__all__ = ["RUNNING", "STOCKTAKE", "Asset", "Line", "Stage", "State", "Stocktake"]
