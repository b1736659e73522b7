"""The registers of money as they are told: budget, large items, decisions, suspicions, funds."""

from datetime import date, datetime

from ninja import Schema

from zhongshu.api.schemas.amounts import Sum

MOST = 200
"""So many rows of a register are told at once, the newest."""


class BudgetLine(Schema):
    """A line of a year's budget; ``balance`` is what can still be claimed."""

    id: int
    organ_id: int
    unit_id: int | None
    year: int
    code: str
    title: str
    categories: list[str]
    amount: Sum
    reserved: Sum
    spent: Sum
    balance: Sum


class Large(Schema):
    """A large claim, contract or project with its chain: the decision it rests on, what followed, when it was filed."""

    id: int
    kind: str
    number: str
    title: str
    state: str
    unit: str
    payee: str
    amount: Sum | None
    submitted_on: date
    decision_id: int | None
    approved_at: datetime | None
    paid_at: datetime | None = None
    booked_at: datetime | None = None
    signed_on: date | None = None
    accepted_on: date | None = None
    archived_at: datetime | None


class Threshold(Schema):
    id: int
    organ_id: int
    kind: str
    amount: Sum
    paper: str
    valid_from: date
    set_at: datetime


class ExpenseStandard(Schema):
    """What an expense comes to at most from a day on; ``grade`` and ``place`` are empty where they do not matter."""

    id: int
    organ_id: int
    measure: str
    most: Sum
    grade: str
    place: str
    paper: str
    valid_from: date
    set_at: datetime


class Decision(Schema):
    id: int
    organ_id: int
    meeting: str
    item: str
    held_on: date
    entitled: int
    present: int
    in_favour: int
    limit: Sum
    recorded_at: datetime


class SplitFlag(Schema):
    """Sums to one payee that reach the threshold together; ``today`` what is left of ``total``, ``cleared_at`` since when
    that is below it.
    """

    id: int
    organ_id: int
    payee: str
    total: Sum
    today: Sum
    matter_id: int
    others: list[int]
    raised_at: datetime
    cleared_at: datetime | None
    explanation: str
    explained_at: datetime | None


class Fund(Schema):
    """Money sought from above, with what was granted, received and used."""

    id: int
    organ_id: int
    unit_id: int
    project: str
    asked_of: str
    asked: Sum
    asked_on: date
    paper: str
    matter_id: int | None
    closed_on: date | None
    note: str
    granted: Sum
    received: Sum
    used: Sum
