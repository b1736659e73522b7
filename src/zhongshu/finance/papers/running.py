"""On a sheet: what has been paid of a contract or project, and the contracts of a project."""

from collections.abc import Sequence
from decimal import Decimal

from zhongshu.finance import queries
from zhongshu.finance.models import Undertaking
from zhongshu.finance.papers.cells import UNSEEN, figure, label
from zhongshu.platform.typesetting.elements import Block, Cell, Grid

Row = Sequence[Cell]
WIDTHS = (8, 9, 5, 4)


def running(one: Undertaking, hidden: frozenset[str]) -> list[Block]:
    """What has been paid of it, and its contracts where it is a project."""
    paid = [(row.matter.number, row.matter.title, f"{row.paid_at:%Y-%m-%d}", row.amount)
            for row in queries.payments(one) if row.paid_at]  # fmt: skip
    contracts = [] if one.is_contract else queries.contracts_of(one)
    bound = [(row.matter.number, row.party, str(row.signed_on or ""), row.amount) for row in contracts]
    told = (
        (("合同编号", "对方单位", "签订日期", "金　额"), bound),
        (("付款单据", "事　　由", "付款日期", "金　额"), paid),
    )
    return [_grid(heads, rows, hidden) for heads, rows in told if rows]


def _grid(
    heads: Sequence[str], rows: Sequence[tuple[str, str, str, Decimal]], hidden: frozenset[str]
) -> Grid:
    lines: list[Row] = [
        (
            Cell(text=number, centred=True),
            Cell(text=UNSEEN if "party" in hidden else title),
            Cell(text=day, centred=True),
            Cell(text=figure(amount, hidden), centred=True),
        )
        for number, title, day, amount in rows
    ]
    return Grid(widths=WIDTHS, rows=[tuple(label(one) for one in heads), *lines], fine=True)
