"""How long claims wait, and for what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy

from zhongshu.finance.presenters.listing import Row, rows
from zhongshu.finance.queries.claims import Age

WAITS = {
    "review": gettext_lazy("财务审核"),
    "approval": gettext_lazy("领导审批"),
    "payment": gettext_lazy("出纳付款"),
}


@dataclass(frozen=True, slots=True)
class AgeRow:
    """How long one claim has waited, and where."""

    row: Row
    waits: str
    days: int
    allowed: int
    is_late: bool


def ages(found: Sequence[Age], today: date) -> list[AgeRow]:
    """The longest waits first."""
    told = rows([one.claim.matter for one in found], today)
    return [
        AgeRow(row, str(WAITS[one.waits_for]), one.days, one.allowed, one.is_late)
        for one, row in zip(found, told, strict=True)
    ]
