"""How long claims wait, and for what."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhongshu.finance.presenters.listing import Row, rows
from zhongshu.finance.queries import Speed
from zhongshu.finance.queries.ageing import Age
from zhongshu.finance.queries.sight import Sights

GOOD_SHARE = 90
STEPS = {
    "review": gettext_lazy("提交到审核"),
    "approval": gettext_lazy("审核到批准"),
    "payment": gettext_lazy("批准到付款"),
}
WAITS = {
    "review": gettext_lazy("审核"),
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


def ages(found: Sequence[Age], sights: Sights, today: date) -> list[AgeRow]:
    """The longest waits first."""
    told = rows([one.claim.matter for one in found], sights, today)
    return [
        AgeRow(row, str(WAITS[one.waits_for]), one.days, one.allowed, one.is_late)
        for one, row in zip(found, told, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class SpeedRow:
    """How fast one step was taken this year."""

    title: str
    count: int
    average: str
    longest: int
    allowed: int
    share: int

    @property
    def is_slow(self) -> bool:
        """Whether more than one in ten took longer than allowed."""
        return self.count > 0 and self.share < GOOD_SHARE


def speed_rows(found: Iterable[Speed]) -> list[SpeedRow]:
    """One for review, approval and payment each; shares in per cent."""
    return [
        SpeedRow(
            str(STEPS[one.step]),
            one.count,
            f"{one.average:.1f}",
            one.longest,
            one.allowed,
            one.in_time * 100 // one.count if one.count else 100,
        )
        for one in found
    ]


def table(found: Iterable[Age], sights: Sights) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Heads and rows for a workbook."""
    heads = [
        _("编号"), _("事由"), _("报销人"), _("科室"), _("金额（元）"), _("在等什么"), _("起算日"), _("已等（工作日）"),
        _("规定（工作日）"),
    ]  # fmt: skip
    return heads, [
        (
            one.claim.matter.number, one.claim.matter.title, one.claim.claimant.name, one.claim.matter.unit.short_name,
            sights[one.claim.pk].sum(one.claim.amount), str(WAITS[one.waits_for]), one.since, one.days, one.allowed,
        )
        for one in found
    ]  # fmt: skip
