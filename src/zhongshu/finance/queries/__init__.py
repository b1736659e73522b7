"""Reading money, always for an actor."""

from zhongshu.finance.asked import asked_power
from zhongshu.finance.queries.ageing import Age, ageing, known
from zhongshu.finance.queries.budget import budget_lines, line, line_for_update, lines_for
from zhongshu.finance.queries.claims import (
    advances_open,
    alike_pictures,
    claim,
    claim_for_update,
    claimed_on,
    claims,
    invoice_taken,
    invoices_shown_by,
    same_files,
)
from zhongshu.finance.queries.decisions import (
    decided_for,
    decision,
    decision_for_update,
    decisions,
    knows_of,
    left_of,
    left_of_each,
    to_rest_on,
)
from zhongshu.finance.queries.drafts import draft, draft_of, drafts
from zhongshu.finance.queries.duties import DutyMatrix, duty_matrix
from zhongshu.finance.queries.flags import flag, flag_of, flags
from zhongshu.finance.queries.funds import (
    fund,
    fund_shown,
    fund_timeline,
    fund_totals,
    funds,
    funds_for,
    funds_page,
    movements,
    numbered,
)
from zhongshu.finance.queries.large import (
    Limits,
    bound_to,
    following,
    large,
    large_page,
    limit_of,
    outlays_of,
    threshold,
    thresholds,
)
from zhongshu.finance.queries.listing import (
    Narrowed,
    asked_now,
    bases,
    claims_page,
    listed,
    sections,
    waiting_count,
    why_late,
    years,
)
from zhongshu.finance.queries.outlays import openable, outlay, outlay_for_update
from zhongshu.finance.queries.payees import paid_around
from zhongshu.finance.queries.register import Register, Stage, register_page, registered
from zhongshu.finance.queries.running import bound_by, contracts_of, payments, with_paid
from zhongshu.finance.queries.settling import Settling, settling
from zhongshu.finance.queries.sight import Sight, sight, sights
from zhongshu.finance.queries.speed import Speed, speeds
from zhongshu.finance.queries.standards import standards, standards_of
from zhongshu.finance.queries.supervised import supervised, to_be_tied
from zhongshu.finance.queries.suspected import suspected
from zhongshu.finance.queries.undertakings import (
    open_for,
    undertaking,
    undertaking_for_change,
    undertaking_for_update,
)
from zhongshu.finance.rules import split_within

__all__ = [
    "Age",
    "split_within",
    "Settling",
    "settling",
    "Sight",
    "sight",
    "sights",
    "DutyMatrix",
    "advances_open",
    "alike_pictures",
    "ageing",
    "asked_power",
    "standards",
    "standards_of",
    "openable",
    "budget_lines",
    "claim",
    "claim_for_update",
    "claimed_on",
    "claims",
    "decisions",
    "draft",
    "draft_of",
    "drafts",
    "duty_matrix",
    "flags",
    "following",
    "supervised",
    "suspected",
    "to_be_tied",
    "fund",
    "fund_shown",
    "fund_timeline",
    "movements",
    "numbered",
    "fund_totals",
    "funds",
    "funds_for",
    "funds_page",
    "invoice_taken",
    "invoices_shown_by",
    "same_files",
    "large",
    "line_for_update",
    "lines_for",
    "bound_by",
    "bound_to",
    "contracts_of",
    "decided_for",
    "decision",
    "decision_for_update",
    "known",
    "knows_of",
    "large_page",
    "Limits",
    "limit_of",
    "outlays_of",
    "open_for",
    "outlay",
    "outlay_for_update",
    "paid_around",
    "payments",
    "undertaking",
    "undertaking_for_change",
    "undertaking_for_update",
    "with_paid",
    "threshold",
    "Narrowed",
    "Register",
    "Speed",
    "Stage",
    "speeds",
    "register_page",
    "registered",
    "asked_now",
    "bases",
    "claims_page",
    "flag",
    "flag_of",
    "left_of",
    "left_of_each",
    "to_rest_on",
    "line",
    "listed",
    "sections",
    "thresholds",
    "waiting_count",
    "why_late",
    "years",
]
