"""The verbs of money. Each is one use case: one transaction, one trail."""

from zhongshu.finance.drafts import Draft, Item, Slip
from zhongshu.finance.services.advance import repay_advance
from zhongshu.finance.services.budget import adjust_line, enter_line
from zhongshu.finance.services.claim import amend_claim, submit_claim
from zhongshu.finance.services.export import export_claims, export_duties
from zhongshu.finance.services.flag import explain_flag
from zhongshu.finance.services.funds import close_fund, enter_fund, enter_movement
from zhongshu.finance.services.large import link_decision, record_decision
from zhongshu.finance.services.threshold import set_threshold

__all__ = [
    "Draft",
    "Item",
    "Slip",
    "adjust_line",
    "amend_claim",
    "close_fund",
    "enter_fund",
    "enter_line",
    "enter_movement",
    "explain_flag",
    "export_claims",
    "export_duties",
    "link_decision",
    "record_decision",
    "repay_advance",
    "set_threshold",
    "submit_claim",
]
