"""On an advance's sheet: how it was settled, and what is still owed."""

from collections.abc import Sequence

from zhongshu.finance import queries
from zhongshu.finance.models import Claim, ClaimKind
from zhongshu.finance.papers.cells import figure, label
from zhongshu.platform.typesetting.elements import Block, Cell, Grid

WIDTHS = (13, 7, 6)


def settled(claim: Claim, hidden: frozenset[str]) -> list[Block]:
    """The claims and repayments that settle an advance which has been paid out; nothing for anything else."""
    if claim.kind != ClaimKind.ADVANCE or claim.paid_at is None:
        return []
    told = [
        (
            f"报销单 {one.claim.matter.number}" if one.claim else f"还款　收据 {one.receipt}",
            one.on.isoformat() if one.on else "报销付款时冲销",
            figure(one.amount, hidden),
        )
        for one in queries.settling(claim)
    ]
    last = ("未结清", "", figure(claim.unsettled, hidden)) if claim.unsettled else ("已全部结清", "", "")
    rows: list[Sequence[Cell]] = [tuple(label(head) for head in ("借款结清", "日　期", "金　额"))]
    rows += [(Cell(text=what), *(Cell(text=t, centred=True) for t in rest)) for what, *rest in (*told, last)]
    return [Grid(widths=WIDTHS, rows=rows, fine=True)]
