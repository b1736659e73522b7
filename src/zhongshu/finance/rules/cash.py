"""Cash: only small sums and the uses that the law lists, and never out of what came in."""

from decimal import Decimal

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.verdicts import YES, Verdict, no

SOURCE = "现金管理暂行条例"


def cash_limit() -> Decimal:
    """From which sum in yuan on an item is settled through the bank (结算起点, 现金管理暂行条例 5 {V}: 1000)."""
    return Decimal(settings.RULES["F-08.cash_limit_yuan"])


def F_08_cash(amount: Decimal, category: str) -> Verdict:
    """Cash up to the limit, beyond it only for the listed uses. 现金管理暂行条例 5, 6 {V}.

    Of the listed uses, what a traveller must have on him (第五条第六项) is a category of claims.
    """
    if amount <= cash_limit() or category in settings.RULES["F-08.cash_uses"]:
        return YES
    told = {"amount": f"{amount:,.2f}", "limit": f"{cash_limit():,.2f}"}
    return no(
        "too_much_for_cash",
        _("%(amount)s 元超过现金结算起点 %(limit)s 元，不能付现金。") % told,
        _("请转账或用公务卡支付。"),
        rule="F-08",
        source=SOURCE,
    )


def F_08_deposited(deposit: str) -> Verdict:
    """Cash that comes in goes to the bank first (不得坐支). 现金管理暂行条例 11 {V}."""
    if deposit.strip():
        return YES
    return no(
        "cash_not_deposited",
        _("收回的现金应送存银行，不能坐支。"),
        _("请填写现金缴款单号。"),
        rule="F-08",
        source=SOURCE,
    )
