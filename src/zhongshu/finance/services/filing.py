"""When papers of money can be filed, and what their archival packages tell of the money."""

from decimal import Decimal

from zhongshu.approvals.models import Approval, Status
from zhongshu.finance import queries
from zhongshu.finance.models import Claim, ClaimKind, Undertaking


def claim_is_settled(approval: Approval) -> bool:
    """A claim once it has gone through (its last stages pay and book it); an advance when nothing of it is owed."""
    claim = Claim.objects.get(pk=approval.pk)
    owed = claim.kind == ClaimKind.ADVANCE and claim.unsettled > 0
    return approval.status == Status.REFUSED or not owed


def undertaking_is_settled(approval: Approval) -> bool:
    """A contract or project once what it delivered has been accepted."""
    one = Undertaking.objects.get(pk=approval.pk)
    return approval.status == Status.REFUSED or one.accepted_on is not None


def undertaking_described(approval: Approval) -> dict[str, object]:
    """The money of a contract or project: whom with, how much, what was paid of it, who signed and accepted it."""
    rows = Undertaking.objects.select_related(
        "handler", "signed_by", "accepted_by", "decision", "project__matter"
    )
    one = rows.get(pk=approval.pk)
    paid = [claim for claim in queries.payments(one) if claim.paid_at]
    contracts = [] if one.is_contract else queries.contracts_of(one)
    return {
        "party": one.party,
        "party_code": one.party_code,
        "amount": f"{one.amount:.2f}",
        "starts_on": one.starts_on,
        "ends_on": one.ends_on,
        "handler": one.handler.name,
        "project": str(one.project.matter.number) if one.project else "",
        "decision": str(one.decision or ""),
        "signed_on": one.signed_on,
        "signed_by": one.signed_by.name if one.signed_by else "",
        "accepted_on": one.accepted_on,
        "accepted_by": one.accepted_by.name if one.accepted_by else "",
        "acceptance": one.acceptance,
        "paid": f"{sum((claim.amount for claim in paid), Decimal(0)):.2f}",
        "contracts": [f"{row.matter.number} {row.party} {row.amount:.2f}" for row in contracts],
        "payments": [f"{row.matter.number} {row.amount:.2f} {row.pay_proof}".strip() for row in paid],
    }


def claim_described(approval: Approval) -> dict[str, object]:
    """The money of a claim, its items and invoices, and who paid and booked it."""
    rows = Claim.objects.select_related(
        "matter", "claimant", "paid_by", "booked_by", "budget_line", "decision"
    )
    claim = rows.get(pk=approval.pk)
    return {
        "category": claim.category,
        "claimant": claim.claimant.name,
        "payee": claim.payee,
        "amount": f"{claim.amount:.2f}",
        "budget_line": str(claim.budget_line),
        "decision": str(claim.decision or ""),
        "paid_at": claim.paid_at,
        "paid_by": claim.paid_by.name if claim.paid_by else "",
        "pay_way": claim.pay_way,
        "pay_proof": claim.pay_proof,
        "voucher": claim.voucher,
        "booked_at": claim.booked_at,
        "booked_by": claim.booked_by.name if claim.booked_by else "",
        "settled": [
            f"{one.claim.matter.number if one.claim else one.receipt} {one.on} {one.amount:.2f}"
            for one in queries.settling(claim)
        ],
        "items": [f"{one.note} {one.spent_on} {one.amount:.2f}" for one in claim.lines.order_by("pk")],
        "invoices": [f"{one} {one.amount:.2f}" for one in claim.invoices.order_by("pk")],
    }
