"""What a claim says on its sheet (经费报销单, 借款单): whose money for what, item by item, in figures and in words."""

from zhongshu.finance.papers.capitals import capitals
from zhongshu.finance.papers.claim import printed

__all__ = ["capitals", "printed"]
