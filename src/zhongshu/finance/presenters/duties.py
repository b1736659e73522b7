"""The map of powers over money, as shown and as exported."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhongshu.approvals.grammar import INCOMPATIBLE, Power
from zhongshu.finance import rules
from zhongshu.finance.queries import DutyMatrix
from zhongshu.finance.queries.duties import Row
from zhongshu.org import queries as org
from zhongshu.org.models import Duty

POWERS = {
    Power.APPLY: gettext_lazy("申请"),
    Power.HANDLE: gettext_lazy("经办"),
    Power.REVIEW: gettext_lazy("审核"),
    Power.APPROVE: gettext_lazy("审批"),
    Power.APPROVE_PAYMENT: gettext_lazy("付款审批"),
    Power.PAY: gettext_lazy("付款"),
    Power.BOOK: gettext_lazy("记账"),
    Power.AUDIT: gettext_lazy("审计"),
    Power.KEEP_GOODS: gettext_lazy("保管财物"),
    Power.ACCEPT_GOODS: gettext_lazy("验收"),
    Power.BUY: gettext_lazy("采购"),
}


@dataclass(frozen=True, slots=True)
class Person:
    """One line of the map: who, in which posts, each power and whether it is his, what of them clashes."""

    name: str
    posts: str
    held: list[tuple[str, bool]]
    clashes: str
    since: date
    rotate: bool


class Map:
    """The map of powers over money, as shown and as exported."""

    def __init__(self, matrix: DutyMatrix, today: date) -> None:
        self.heads = [
            *(str(POWERS[Power(one)]) for one in matrix.powers),
            *(str(Duty(one).label) for one in matrix.duties),
        ]
        self.rows = [
            Person(
                one.person.name,
                _("、").join(one.posts),
                list(zip(self.heads, _ticks(matrix, one), strict=True)),
                _("；").join(f"{POWERS[pair.one]}×{POWERS[pair.other]}" for pair in one.clashes),
                one.since,
                rules.F_04_rotation_due(one.since, today),
            )
            for one in matrix.rows
        ]
        self.alone = _("、").join(one.person.name for one in matrix.alone)
        self.notes = matrix.notes
        self.pairs = _pairs()
        self.controls = rules.F_03_controls()

    @property
    def columns(self) -> list[str]:
        """The head of the sheet."""
        return [_("姓名"), _("岗位"), *self.heads, _("任职起"), _("不相容")]

    @property
    def table(self) -> list[list[str | date]]:
        """The rows of the sheet; then who could move money alone, and what never goes together."""
        rows: list[list[str | date]] = [
            [r.name, r.posts, *("√" if held else "" for _power, held in r.held), r.since, r.clashes]
            for r in self.rows
        ]
        alone: list[str | date] = [_("能独自动钱的人"), self.alone or _("没有")]
        pairs: list[list[str | date]] = [
            [_("不相容"), _("%(one)s × %(other)s（%(source)s，%(rule)s）")
             % {"one": one, "other": other, "source": source, "rule": rule}]
            for one, other, rule, source in self.pairs
        ]  # fmt: skip
        return [row + [""] * (len(self.columns) - len(row)) for row in (*rows, alone, *pairs)]


def _ticks(matrix: DutyMatrix, row: Row) -> list[bool]:
    """What of the heads is his."""
    return [one in row.powers for one in matrix.powers] + [one in row.duties for one in matrix.duties]


def _pairs() -> list[tuple[str, str, str, str]]:
    """A line for each power, rule and source, with all that never goes together with it; then duties of posts."""
    lines: dict[tuple[Power, str, str], list[str]] = {}
    for pair in INCOMPATIBLE:
        of_audit = pair.other == Power.AUDIT
        one, other = (pair.other, pair.one) if of_audit else (pair.one, pair.other)
        lines.setdefault((one, pair.rule, pair.source), []).append(str(POWERS[other]))
    along = [
        (str(POWERS[one]), _("、").join(others), rule, source)
        for (one, rule, source), others in lines.items()
    ]
    beside = [
        (str(one.label), str(other.label), rule, source) for one, other, rule, source in org.duties_apart()
    ]
    return [*along, *beside]
