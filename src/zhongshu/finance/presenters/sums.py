"""What budgets and funds come to."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from zhongshu.finance.models import BudgetLine, FundApplication
from zhongshu.finance.presenters.words import figure


@dataclass(frozen=True, slots=True)
class Total:
    """What the lines of a budget come to, as figures."""

    amount: str
    reserved: str
    spent: str
    balance: str


def total(lines: Iterable[BudgetLine]) -> Total:
    """The sums of all lines shown."""
    found = list(lines)
    names = ("amount", "reserved", "spent", "balance")
    return Total(*(figure(sum((getattr(one, name) for one in found), Decimal(0))) for name in names))


def fund_sums(found: Iterable[FundApplication]) -> list[tuple[str, str]]:
    """What was asked, granted, received and used in all."""
    rows_, none = list(found), Decimal(0)
    names = {"asked": _("申请"), "granted": _("批复"), "received": _("到账"), "used": _("使用")}
    return [(word, figure(sum((getattr(one, name) for one in rows_), none))) for name, word in names.items()]
