"""Claims as they are told. Amounts are in yuan."""

from datetime import date, datetime
from typing import Literal

from ninja import Schema

from zhongshu.api.schemas.amounts import Sum
from zhongshu.api.schemas.approvals import Approval


class Item(Schema):
    item: str
    note: str
    spent_on: date
    amount: Sum | None


class Invoice(Schema):
    code: str
    number: str
    issued_on: date
    amount: Sum | None
    seller: str
    live: bool


class ClaimLine(Schema):
    """A claim as a row of a list. What the route hides from the asker is null, or "" where words stand."""

    id: int
    kind: str
    number: str
    title: str
    state: str
    category: str
    claimant: str
    unit: str
    payee: str
    amount: Sum | None
    payable: Sum | None
    submitted_on: date
    reviewed_at: datetime | None
    approved_at: datetime | None
    paid_at: datetime | None
    booked_at: datetime | None


class ClaimLines(Schema):
    """A page of claims; ``next_cursor`` is "" on the last."""

    rows: list[ClaimLine]
    next_cursor: str = ""


class Claim(ClaimLine):
    """A claim with the paper that decides it."""

    claimant_id: int
    payee_account: str
    payee_code: str
    contract_id: int | None
    line_id: int
    offset: Sum | None
    settled: Sum | None
    settle_by: date | None
    basis_id: int | None
    advance_id: int | None
    decision_id: int | None
    paid_by_id: int | None
    pay_way: str
    pay_proof: str
    booked_by_id: int | None
    voucher: str
    items: list[Item]
    invoices: list[Invoice]
    paper: Approval


class Waiting(Schema):
    """How long a claim has waited where it is, in working days, and how many are allowed (F-14)."""

    id: int
    number: str
    waits_for: Literal["review", "approval", "payment"]
    days: int
    allowed: int
    late: bool
