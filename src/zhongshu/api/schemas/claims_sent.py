"""A claim or an advance as it is sent. Amounts are in yuan."""

from datetime import date

from pydantic import Field

from zhongshu.api.schemas.amounts import SumSent
from zhongshu.api.schemas.sent import Sent
from zhongshu.finance.models import Category, ClaimKind, ItemKind


class ItemSent(Sent):
    """An item of a claim: what, when, how much."""

    note: str = Field(min_length=1, max_length=200)
    spent_on: date
    amount: SumSent
    item: ItemKind = ItemKind.GENERAL


class InvoiceSent(Sent):
    """An invoice a claim rests on: 20 digits, or 8 with the code of a paper invoice."""

    number: str = Field(pattern=r"^(\d{8}|\d{20})$")
    code: str = Field("", pattern=r"^(\d{10}|\d{12})?$")
    issued_on: date
    amount: SumSent
    seller: str = Field("", max_length=100)
    file_id: int | None = None


class ClaimSent(Sent):
    """A claim or an advance as filled in."""

    kind: ClaimKind = ClaimKind.CLAIM
    title: str = Field(max_length=200)
    category: Category
    payee: str = Field(max_length=100)
    payee_account: str = Field("", max_length=60)
    payee_code: str = Field("", max_length=18)
    line_id: int
    items: list[ItemSent] = Field(max_length=60)
    slips: list[InvoiceSent] = Field([], max_length=60)
    basis_id: int | None = None
    advance_id: int | None = None
    decision_id: int | None = None
    contract_id: int | None = None
    file_ids: list[int] = []


class ClaimAmended(ClaimSent):
    """The same after a return, with a word about what was changed."""

    opinion: str = Field("", max_length=300)
