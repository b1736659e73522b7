"""When papers of money can be filed, and what their archival packages tell of the money."""

from zhongshu.approvals.models import Approval, Status
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


def described(approval: Approval) -> dict[str, object]:
    """The money of a claim, its items and invoices, and who paid and booked it."""
    claim = Claim.objects.select_related("claimant", "paid_by", "booked_by", "budget_line", "decision").get(
        pk=approval.pk
    )
    return {
        "category": claim.category,
        "claimant": claim.claimant.name,
        "payee": claim.payee,
        "amount": f"{claim.amount:.2f}",
        "budget_line": str(claim.budget_line),
        "decision": str(claim.decision or ""),
        "paid_at": claim.paid_at,
        "paid_by": claim.paid_by.name if claim.paid_by else "",
        "booked_at": claim.booked_at,
        "booked_by": claim.booked_by.name if claim.booked_by else "",
        "items": [f"{one.note} {one.spent_on} {one.amount:.2f}" for one in claim.lines.order_by("pk")],
        "invoices": [f"{one} {one.amount:.2f}" for one in claim.invoices.order_by("pk")],
    }
