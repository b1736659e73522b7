"""Claims and the registers of money as answers."""

from collections.abc import Sequence

from zhongshu.api.schemas import claims as told
from zhongshu.api.schemas import registers
from zhongshu.api.tellings.approvals import paper
from zhongshu.finance import queries
from zhongshu.finance.models import Claim, ClaimLine, FundApplication, Invoice, Outlay
from zhongshu.finance.queries import Sight
from zhongshu.kernel.paging import Page
from zhongshu.kernel.requests import Request
from zhongshu.matters.models import Matter

_OF_CLAIM = ("kind", "submitted_on", "reviewed_at", "approved_at", "paid_at", "booked_at")
_MORE = (
    "claimant_id", "contract_id", "settle_by", "basis_id", "advance_id", "decision_id",
    "paid_by_id", "pay_way", "pay_proof", "booked_by_id", "voucher",
)  # fmt: skip


_CHAIN = (
    "kind", "submitted_on", "decision_id", "approved_at", "paid_at", "booked_at", "signed_on", "accepted_on",
)  # fmt: skip


def line(found: Claim, matter: Matter, seen: Sight) -> told.ClaimLine:
    """A claim as a row, as far as it is told; ``matter`` is its own, with its unit at hand."""
    return told.ClaimLine(
        id=matter.pk,
        number=matter.number,
        title=matter.title,
        state=matter.state,
        claimant=found.claimant.name,
        unit=matter.unit.short_name,
        category=seen.category(found.category),
        payee=seen.name(found.payee),
        amount=seen.sum(found.amount),
        payable=seen.sum(found.payable),
        **{name: getattr(found, name) for name in _OF_CLAIM},
    )


def lines(request: Request, page: Page[Matter]) -> told.ClaimLines:
    """A page of claims."""
    sights = queries.sights(request.actor, [one.pk for one in page.rows])
    rows = [line(one.claim, one, sights[one.pk]) for one in page.rows]
    return told.ClaimLines(rows=rows, next_cursor=page.next_cursor)


def claim(request: Request, matter_id: int) -> told.Claim:
    """A claim with its items, its invoices and the paper that decides it."""
    found = queries.claim(request.actor, matter_id)
    seen = queries.sight(request.actor, found)
    return told.Claim(
        **line(found, found.matter, seen).dict(),
        **{name: getattr(found, name) for name in _MORE},
        payee_account=seen.name(found.payee_account),
        payee_code=seen.name(found.payee_code),
        offset=seen.sum(found.offset),
        settled=seen.sum(found.settled),
        line_id=found.budget_line_id,
        items=[_item(one, seen) for one in found.lines.order_by("pk")],
        invoices=[_invoice(one, seen) for one in found.invoices.order_by("pk")],
        paper=paper(request, matter_id),
    )


def _item(one: ClaimLine, seen: Sight) -> told.Item:
    return told.Item(
        item=seen.category(one.item), note=one.note, spent_on=one.spent_on, amount=seen.sum(one.amount)
    )


def _invoice(one: Invoice, seen: Sight) -> told.Invoice:
    return told.Invoice(
        code=one.code, number=one.number, issued_on=one.issued_on, amount=seen.sum(one.amount),
        seller=seen.name(one.seller), live=one.live,
    )  # fmt: skip


def large(request: Request, found: Sequence[Outlay]) -> list[registers.Large]:
    """Large claims, contracts and projects, each as far as it is told."""
    sights = queries.sights(request.actor, [one.pk for one in found])
    return [_large(one, sights[one.pk]) for one in found]


def _large(found: Outlay, seen: Sight) -> registers.Large:
    matter = found.matter
    chain = {name: getattr(found, name) for name in _CHAIN if hasattr(found, name)}
    return registers.Large(
        id=matter.pk,
        number=matter.number,
        title=matter.title,
        state=matter.state,
        unit=matter.unit.short_name,
        payee=seen.name(found.other_side),
        amount=seen.sum(found.amount),
        archived_at=matter.archived_at,
        **chain,
    )


def fund(request: Request, found: FundApplication) -> registers.Fund:
    """An application with its sums as they are now."""
    return registers.Fund.model_validate(queries.fund(request.actor, found.pk), from_attributes=True)
