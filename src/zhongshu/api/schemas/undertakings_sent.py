"""Contracts and major projects as they are sent. Amounts are in yuan."""

from datetime import date

from pydantic import Field

from zhongshu.api.schemas.amounts import SumSent
from zhongshu.api.schemas.sent import Sent
from zhongshu.finance.models import UndertakingKind


class PlanSent(Sent):
    """A contract or project as filled in."""

    kind: UndertakingKind = UndertakingKind.CONTRACT
    title: str = Field(max_length=200)
    party: str = Field(max_length=100)
    party_code: str = Field("", max_length=18)
    amount: SumSent
    starts_on: date
    ends_on: date
    body: str = Field("", max_length=2000)
    project_id: int | None = None
    basis_id: int | None = None
    decision_id: int | None = None
    file_ids: list[int] = []


class PlanAmended(PlanSent):
    """The same after a return, with a word about what was changed."""

    opinion: str = Field("", max_length=300)
