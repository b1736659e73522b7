"""The verbs of money. Each is one use case: one transaction, one trail."""

from zhongshu.finance.drafts import Draft, Item, Plan, Slip
from zhongshu.finance.services.acceptance import accept_undertaking
from zhongshu.finance.services.advance import repay_advance
from zhongshu.finance.services.budget import adjust_line, enter_line
from zhongshu.finance.services.claim import amend_claim, submit_claim
from zhongshu.finance.services.decision import record_decision
from zhongshu.finance.services.draft import begin_draft, change_draft, drop_draft, keep_draft
from zhongshu.finance.services.evidence import take_evidence
from zhongshu.finance.services.export import (
    export_budget,
    export_claims,
    export_funds,
    export_register,
    export_table,
)
from zhongshu.finance.services.flag import explain_flag
from zhongshu.finance.services.funds import close_fund, enter_fund, enter_movement, link_fund
from zhongshu.finance.services.link import link_decision
from zhongshu.finance.services.pay import book_claim, pay_claim
from zhongshu.finance.services.rest import give_back, require_decided
from zhongshu.finance.services.signing import sign_contract
from zhongshu.finance.services.standard import set_standard
from zhongshu.finance.services.threshold import set_threshold
from zhongshu.finance.services.undertaking import amend_undertaking, submit_undertaking
from zhongshu.platform.typesetting.services import MOST, Rows

__all__ = [
    "MOST",
    "Draft",
    "Item",
    "Plan",
    "Rows",
    "Slip",
    "accept_undertaking",
    "adjust_line",
    "amend_claim",
    "amend_undertaking",
    "begin_draft",
    "book_claim",
    "change_draft",
    "close_fund",
    "drop_draft",
    "enter_fund",
    "enter_line",
    "enter_movement",
    "explain_flag",
    "export_budget",
    "export_claims",
    "export_funds",
    "export_register",
    "export_table",
    "give_back",
    "keep_draft",
    "link_decision",
    "link_fund",
    "pay_claim",
    "record_decision",
    "repay_advance",
    "require_decided",
    "set_standard",
    "set_threshold",
    "sign_contract",
    "submit_claim",
    "submit_undertaking",
    "take_evidence",
]
