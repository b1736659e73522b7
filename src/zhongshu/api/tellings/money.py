"""Claims and the registers of money as answers."""

from zhongshu.api.schemas import claims as told
from zhongshu.api.schemas import registers
from zhongshu.api.tellings.approvals import paper
from zhongshu.finance import queries
from zhongshu.finance.models import Claim, FundApplication, Outlay, Undertaking
from zhongshu.kernel.paging import Page
from zhongshu.kernel.requests import Request
from zhongshu.matters.models import Matter

_OF_CLAIM = (
    "kind", "category", "payee", "amount", "payable", "submitted_on",
    "reviewed_at", "approved_at", "paid_at", "booked_at",
)  # fmt: skip
_MORE = (
    "claimant_id", "payee_account", "payee_code", "contract_id",
    "offset", "settled", "settle_by", "basis_id", "advance_id", "decision_id",
    "paid_by_id", "pay_way", "pay_proof", "booked_by_id", "voucher",
)  # fmt: skip


_CHAIN = (
    "kind", "amount", "submitted_on", "decision_id", "approved_at", "paid_at", "booked_at", "signed_on", "accepted_on",
)  # fmt: skip


def line(found: Claim, matter: Matter) -> told.ClaimLine:
    """A claim as a row; ``matter`` is its own, with its unit at hand."""
    return told.ClaimLine(
        id=matter.pk,
        number=matter.number,
        title=matter.title,
        state=matter.state,
        claimant=found.claimant.name,
        unit=matter.unit.short_name,
        **{name: getattr(found, name) for name in _OF_CLAIM},
    )


def lines(page: Page[Matter]) -> told.ClaimLines:
    """A page of claims."""
    return told.ClaimLines(rows=[line(one.claim, one) for one in page.rows], next_cursor=page.next_cursor)


def claim(request: Request, matter_id: int) -> told.Claim:
    """A claim with its items, its invoices and the paper that decides it."""
    found = queries.claim(request.actor, matter_id)
    return told.Claim(
        **line(found, found.matter).dict(),
        **{name: getattr(found, name) for name in _MORE},
        line_id=found.budget_line_id,
        items=[told.Item.model_validate(one, from_attributes=True) for one in found.lines.order_by("pk")],
        invoices=[
            told.Invoice.model_validate(one, from_attributes=True) for one in found.invoices.order_by("pk")
        ],
        paper=paper(request, matter_id),
    )


def large(found: Outlay) -> registers.Large:
    """A large claim, contract or project."""
    matter = found.matter
    chain = {name: getattr(found, name) for name in _CHAIN if hasattr(found, name)}
    return registers.Large(
        id=matter.pk,
        number=matter.number,
        title=matter.title,
        state=matter.state,
        unit=matter.unit.short_name,
        payee=found.party if isinstance(found, Undertaking) else found.payee,
        archived_at=matter.archived_at,
        **chain,
    )


def fund(request: Request, found: FundApplication) -> registers.Fund:
    """An application with its sums as they are now."""
    return registers.Fund.model_validate(queries.fund(request.actor, found.pk), from_attributes=True)
