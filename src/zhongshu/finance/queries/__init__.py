"""Reading money, always for an actor."""

from zhongshu.finance.queries.budget import budget_lines, line_for_update, lines_for
from zhongshu.finance.queries.claims import (
    advances_open,
    ageing,
    claim,
    claim_for_update,
    claims,
    invoice_taken,
)
from zhongshu.finance.queries.duties import DutyMatrix, duty_matrix
from zhongshu.finance.queries.funds import fund, funds
from zhongshu.finance.queries.large import decisions, flags, large, paid_to, threshold

__all__ = [
    "DutyMatrix",
    "advances_open",
    "ageing",
    "budget_lines",
    "claim",
    "claim_for_update",
    "claims",
    "decisions",
    "duty_matrix",
    "flags",
    "fund",
    "funds",
    "invoice_taken",
    "large",
    "line_for_update",
    "lines_for",
    "paid_to",
    "threshold",
]
