"""Reading money, always for an actor."""

from zhongshu.finance.queries.budget import budget_lines, line, line_for_update, lines_for
from zhongshu.finance.queries.claims import (
    advances_open,
    ageing,
    claim,
    claim_for_update,
    claims,
    invoice_taken,
)
from zhongshu.finance.queries.decisions import decisions, left_of
from zhongshu.finance.queries.duties import DutyMatrix, duty_matrix
from zhongshu.finance.queries.flags import flag, flag_of, flags
from zhongshu.finance.queries.funds import fund, funds
from zhongshu.finance.queries.large import large, paid_to, threshold, thresholds
from zhongshu.finance.queries.listing import (
    Narrowed,
    asked_now,
    bases,
    claims_page,
    listed,
    sections,
    waiting_count,
    years,
)

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
    "Narrowed",
    "asked_now",
    "bases",
    "claims_page",
    "flag",
    "flag_of",
    "left_of",
    "line",
    "listed",
    "sections",
    "thresholds",
    "waiting_count",
    "years",
]
