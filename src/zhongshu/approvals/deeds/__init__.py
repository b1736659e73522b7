"""Every verb of a paper as its page offers it, the most pressing first."""

from zhongshu.approvals.deeds.deed import Deed
from zhongshu.approvals.deeds.table import DEEDS

BY_RESOURCE = {one.resource: one for one in DEEDS}
BY_VERB = {one.offer: one for one in DEEDS}

__all__ = ["BY_RESOURCE", "BY_VERB", "DEEDS", "Deed"]
