"""Running totals of origins and returns: kept by triggers, folded with those of the spine, proven by a recount."""

from zhongshu.supervision.tallies.model import NO_ORIGIN, NO_RETURNS, OriginCount, ReturnedCount
from zhongshu.supervision.tallies.recounted import recounted
from zhongshu.supervision.tallies.standing import by_origin, returned

__all__ = ["NO_ORIGIN", "NO_RETURNS", "OriginCount", "ReturnedCount", "by_origin", "recounted", "returned"]
