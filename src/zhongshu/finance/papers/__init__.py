"""What papers of money say on their sheets (经费报销单, 借款单, 合同审批单): whose money for what, in figures and in words."""

from zhongshu.finance.papers.capitals import capitals
from zhongshu.finance.papers.claim import printed
from zhongshu.finance.papers.undertaking import printed_undertaking

__all__ = ["capitals", "printed", "printed_undertaking"]
