"""The middle of a claim's sheet: payee, budget, items, invoices, what an advance covers."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from zhongshu.finance.models import Claim, ClaimKind, ClaimLine, Invoice
from zhongshu.finance.papers.capitals import capitals
from zhongshu.finance.papers.cells import UNSEEN, figure, label
from zhongshu.finance.papers.settled import settled
from zhongshu.platform.typesetting.elements import Block, Cell, Grid

Row = Sequence[Cell]
HEAD, ITEMS, INVOICES = (6, 8, 4, 8), (3, 9, 5, 5, 4), (9, 8, 5, 4)


def printed(approval: Any, hidden: frozenset[str]) -> list[Block]:
    """The blocks of a claim's sheet; ``hidden`` names fields of its form that the reader may not see."""
    claim = Claim.objects.select_related(
        "matter", "claimant", "budget_line", "basis", "decision", "advance__matter"
    ).get(pk=approval.pk)
    return [
        Grid(widths=HEAD, rows=[*_head(claim, hidden), *_rests_on(claim)], fine=True),
        Grid(widths=ITEMS, rows=[*_items(claim, hidden), *_sums(claim, hidden), *_settled(claim)], fine=True),
        *_invoices(claim, hidden),
        *settled(claim, hidden),
    ]


def _head(claim: Claim, hidden: frozenset[str]) -> Iterator[Row]:
    payee, account = (UNSEEN, UNSEEN) if "payee" in hidden else (claim.payee, claim.payee_account)
    category = UNSEEN if "category" in hidden else claim.get_category_display()
    who = "报销人" if claim.kind == ClaimKind.CLAIM else "借款人"
    yield label(who), Cell(text=claim.claimant.name), label("类　别"), Cell(text=category)
    yield label("收款人"), Cell(text=payee, span=3)
    if account:
        yield label("收款账号"), Cell(text=account, span=3)
    yield label("预算指标"), Cell(text=str(claim.budget_line), span=3)


def _rests_on(claim: Claim) -> Iterator[Row]:
    """The papers it rests on: approved beforehand, decided by a meeting, an advance to be settled."""
    basis, decision, advance = claim.basis, claim.decision, claim.advance
    if basis:
        yield label("事前审批"), Cell(text=f"{basis.number}　{basis.title}", span=3)
    if decision:
        votes = f"应到{decision.entitled}人，到会{decision.present}人，赞成{decision.in_favour}人"
        yield label("集体决策"), Cell(text=f"{decision.meeting}　{decision.item}（{votes}）", span=3)
    if advance:
        yield label("冲销借款"), Cell(text=f"{advance.matter.number}　{advance.matter.title}", span=3)


def _items(claim: Claim, hidden: frozenset[str]) -> Iterator[Row]:
    yield tuple(label(told) for told in ("序号", "内　　容", "费用项目", "发生日期", "金　额"))
    lines: list[ClaimLine] = list(claim.lines.order_by("pk"))
    for n, one in enumerate(lines, 1):
        day, sum_ = one.spent_on.isoformat(), figure(one.amount, hidden)
        told = (one.get_item_display(), day, sum_)
        yield (
            Cell(text=str(n), centred=True),
            Cell(text=one.note),
            *(Cell(text=t, centred=True) for t in told),
        )


def _sums(claim: Claim, hidden: frozenset[str]) -> Iterator[Row]:
    """The total in words and figures; what an advance has covered and what is to be paid."""
    yield _sum("合　计", claim.amount, hidden)
    if claim.advance_id:
        yield _sum("冲　销", claim.offset, hidden)
        yield _sum("应　付", claim.payable, hidden)


def _settled(claim: Claim) -> Iterator[Row]:
    """How it was paid, and under which voucher it stands in the books."""
    if claim.pay_way:
        yield label("付　款"), Cell(text=f"{claim.get_pay_way_display()}　{claim.pay_proof}".strip(), span=4)
    if claim.voucher:
        yield label("记　账"), Cell(text=f"凭证号　{claim.voucher}", span=4)


def _sum(name: str, amount: Decimal, hidden: frozenset[str]) -> Row:
    words = UNSEEN if "amount" in hidden else f"人民币（大写）{capitals(amount)}"
    return (label(name), Cell(text=words, span=3), Cell(text=figure(amount, hidden), centred=True))


def _invoices(claim: Claim, hidden: frozenset[str]) -> list[Block]:
    found: list[Invoice] = list(claim.invoices.order_by("pk"))
    head = tuple(label(told) for told in ("发票号码", "销售方", "开票日期", "金　额"))
    rows = [
        (
            Cell(text=str(one), centred=True),
            Cell(text=UNSEEN if "payee" in hidden else one.seller),
            Cell(text=one.issued_on.isoformat(), centred=True),
            Cell(text=figure(one.amount, hidden), centred=True),
        )
        for one in found
    ]
    return [Grid(widths=INVOICES, rows=[head, *rows], fine=True)] if rows else []
