from zhongshu.finance.models.budget import BudgetLine
from zhongshu.finance.models.claim import (
    ADVANCE,
    CLAIM,
    Category,
    Claim,
    ClaimKind,
    ClaimLine,
    Invoice,
    ItemKind,
)
from zhongshu.finance.models.funds import FundApplication, FundMovement, MovementKind
from zhongshu.finance.models.large import Decision, LargeKind, SplitFlag, Threshold

__all__ = [
    "ADVANCE",
    "CLAIM",
    "BudgetLine",
    "Category",
    "Claim",
    "ClaimKind",
    "ClaimLine",
    "Decision",
    "FundApplication",
    "FundMovement",
    "Invoice",
    "ItemKind",
    "LargeKind",
    "MovementKind",
    "SplitFlag",
    "Threshold",
]
