from zhongshu.finance.models.budget import MONEY, BudgetLine
from zhongshu.finance.models.claim import (
    ADVANCE,
    CLAIM,
    Category,
    Claim,
    ClaimKind,
    ClaimLine,
    Invoice,
    ItemKind,
    PayWay,
)
from zhongshu.finance.models.draft import ClaimDraft
from zhongshu.finance.models.funds import FundApplication, FundMovement, MovementKind
from zhongshu.finance.models.large import Decision, DecisionUse, LargeKind, SplitFlag, Threshold
from zhongshu.finance.models.picture import Picture, PictureKey
from zhongshu.finance.models.standard import OF_A_TRIP, ExpenseStandard, Measure
from zhongshu.finance.models.undertaking import CONTRACT, PROJECT, Undertaking, UndertakingKind

Outlay = Claim | Undertaking
"""What the gate of large sums and the watch on splitting look at."""

__all__ = [
    "ADVANCE",
    "CLAIM",
    "CONTRACT",
    "MONEY",
    "OF_A_TRIP",
    "PROJECT",
    "BudgetLine",
    "Category",
    "Claim",
    "ClaimDraft",
    "ClaimKind",
    "ClaimLine",
    "Decision",
    "DecisionUse",
    "ExpenseStandard",
    "FundApplication",
    "FundMovement",
    "Invoice",
    "ItemKind",
    "LargeKind",
    "Measure",
    "MovementKind",
    "Outlay",
    "PayWay",
    "Picture",
    "PictureKey",
    "SplitFlag",
    "Threshold",
    "Undertaking",
    "UndertakingKind",
]
