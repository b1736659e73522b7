"""Claims and large items as rows of the command line, each as far as its reader is told."""

from zhongshu.finance.models import Claim, Outlay
from zhongshu.finance.queries import Age, Sight
from zhongshu.matters.models import Matter

COLUMNS = ("id", "submitted_on", "state", "number", "amount", "payee", "title")
LARGE = ("id", "submitted_on", "kind", "number", "amount", "decision", "title")
AGES = ("id", "waits_for", "days", "allowed", "number")
Row = dict[str, object]


def claim(matter: Matter, one: Claim, seen: Sight) -> Row:
    """Sums in yuan, null where the route hides them."""
    return {
        "id": matter.pk, "number": matter.number, "kind": one.kind, "title": matter.title, "state": matter.state,
        "category": seen.category(one.category), "claimant": one.claimant.name, "unit": matter.unit.short_name,
        "payee": seen.name(one.payee), "amount": seen.sum(one.amount), "payable": seen.sum(one.payable),
        "submitted_on": one.submitted_on, "reviewed_at": one.reviewed_at, "approved_at": one.approved_at,
        "paid_at": one.paid_at, "pay_proof": one.pay_proof, "booked_at": one.booked_at, "voucher": one.voucher,
    }  # fmt: skip


def large(one: Outlay, seen: Sight) -> Row:
    """With the meeting that decided on it, "" where none has."""
    matter = one.matter
    return {
        "id": matter.pk, "number": matter.number, "kind": one.kind, "title": matter.title, "state": matter.state,
        "unit": matter.unit.short_name, "other_side": seen.name(one.other_side), "amount": seen.sum(one.amount),
        "decision": str(one.decision or ""), "submitted_on": one.submitted_on, "approved_at": one.approved_at,
        "done": one.is_done,
    }  # fmt: skip


def age(one: Age) -> Row:
    """Working days against those allowed (F-14)."""
    told: Row = {"id": one.claim.pk, "number": one.claim.matter.number, "waits_for": one.waits_for}
    return {**told, "since": one.since, "days": one.days, "allowed": one.allowed, "late": one.is_late}
