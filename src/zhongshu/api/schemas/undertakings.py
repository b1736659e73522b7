"""Contracts and major projects as they are told. Amounts are in yuan."""

from datetime import date, datetime

from ninja import Schema

from zhongshu.api.schemas.amounts import Sum
from zhongshu.api.schemas.approvals import Approval
from zhongshu.api.schemas.claims import ClaimLine


class UndertakingLine(Schema):
    """A contract or project as a row; ``paid`` is what has been paid of it."""

    id: int
    kind: str
    number: str
    title: str
    state: str
    unit: str
    handler: str
    party: str
    amount: Sum | None
    paid: Sum | None
    starts_on: date
    ends_on: date
    submitted_on: date
    approved_at: datetime | None
    signed_on: date | None
    accepted_on: date | None


class UndertakingLines(Schema):
    """A page of them; ``next_cursor`` is "" on the last."""

    rows: list[UndertakingLine]
    next_cursor: str = ""


class Undertaking(UndertakingLine):
    """A contract or project with the paper that decides it and what runs from it."""

    party_code: str
    handler_id: int
    project_id: int | None
    basis_id: int | None
    decision_id: int | None
    signed_by_id: int | None
    accepted_by_id: int | None
    acceptance: str
    contract_ids: list[int]
    payments: list[ClaimLine]
    paper: Approval
