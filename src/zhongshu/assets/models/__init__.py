from zhongshu.assets.models.asset import Asset
from zhongshu.assets.models.choices import State

__all__ = ["Asset", "State"]
