"""Claims, contracts and projects as they are filled in, before they are."""

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from zhongshu.finance.models import ClaimKind, ItemKind
from zhongshu.finance.models.claim import ALLOWANCES, DIGITAL
from zhongshu.kernel.text import fold
from zhongshu.platform.files.models import File

_BLANKS = re.compile(r"[\s\-]")


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a claim: what, when, how much in yuan."""

    note: str
    spent_on: date
    amount: Decimal
    item: str = ItemKind.GENERAL


@dataclass(frozen=True, slots=True)
class Slip:
    """One invoice a claim rests on, its number and code as they are told apart."""

    number: str
    issued_on: date
    amount: Decimal
    code: str = ""
    seller: str = ""
    file: File | None = None

    def __post_init__(self) -> None:
        number, code = (_BLANKS.sub("", fold(told)) for told in (self.number, self.code))
        object.__setattr__(self, "number", number)
        object.__setattr__(self, "code", "" if len(number) == DIGITAL else code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A claim as filled in: ``basis_id`` is the paper approved beforehand, ``advance_id`` the advance it settles,
    ``contract_id`` the contract it is a payment of."""

    title: str
    category: str
    payee: str
    line_id: int
    items: tuple[Item, ...]
    slips: tuple[Slip, ...] = ()
    kind: str = ClaimKind.CLAIM
    payee_account: str = ""
    payee_code: str = ""
    basis_id: int | None = None
    advance_id: int | None = None
    decision_id: int | None = None
    contract_id: int | None = None
    files: tuple[File, ...] = field(default=())

    @property
    def amount(self) -> Decimal:
        """The sum of the items, in yuan."""
        return sum((one.amount for one in self.items), Decimal(0))

    @property
    def against_invoices(self) -> Decimal:
        """What of it must be covered by invoices, in yuan; allowances are not."""
        return sum((one.amount for one in self.items if one.item not in ALLOWANCES), Decimal(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A contract or a project as filled in; ``basis_id`` is the paper it rests on, ``amount`` in yuan."""

    kind: str
    title: str
    party: str
    amount: Decimal
    starts_on: date
    ends_on: date
    party_code: str = ""
    body: str = ""
    project_id: int | None = None
    basis_id: int | None = None
    decision_id: int | None = None
    files: tuple[File, ...] = field(default=())
