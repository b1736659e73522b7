"""What budgets and funds come to."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from django.utils.translation import gettext as _

from zhongshu.finance.models import BudgetLine
from zhongshu.finance.presenters.words import yuan


def total(lines: Iterable[BudgetLine]) -> dict[str, Decimal]:
    """The sums of all lines shown, in yuan."""
    found, names = list(lines), ("amount", "reserved", "spent", "balance")
    return {name: sum((getattr(one, name) for one in found), Decimal(0)) for name in names}


def fund_sums(totals: Mapping[str, Decimal]) -> list[tuple[str, str]]:
    """What was asked, granted, received and used in all."""
    names = {"asked": _("申请"), "granted": _("批复"), "received": _("到账"), "used": _("使用")}
    return [(word, yuan(totals[name])) for name, word in names.items()]
