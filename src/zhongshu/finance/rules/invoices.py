"""Invoices: claimed once, and never exceeded."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from zhongshu.finance.models.claim import DIGITAL
from zhongshu.kernel.verdicts import YES, Verdict, no


def F_07_known(number: str, code: str) -> Verdict:
    """An invoice is told from every other: a digital one by 20 digits, an older one by 8 and the code of 10 or 12. {D}"""
    plain = f"{number}{code}".isascii() and f"{number}{code}".isdecimal()
    if plain and ((len(number) == DIGITAL and not code) or (len(number) == 8 and len(code) in (10, 12))):
        return YES
    return no(
        "no_such_invoice",
        _("发票 %(number)s 的号码或代码不对。") % {"number": number},
        _("数电票填 20 位号码；其他发票填 8 位号码，并填 10 位或 12 位代码。"),
        rule="F-07",
    )


def F_07_claimed(number: str, where: str) -> Verdict:
    """The same invoice is never claimed twice. 发票管理办法 19, 20; 会计法 14 {V}/{D}."""
    told = {"number": number, "where": where}
    return no(
        "invoice_claimed_before",
        _("发票 %(number)s 已在 %(where)s 报销过，不能重复报销。") % told,
        _("请核对票号；如原单据作废后再报。"),
        rule="F-07",
        source="会计法第十四条",
    )


def F_07_covered(lines: Decimal, invoices: Decimal) -> Verdict:
    """What is claimed against invoices does not exceed them ({D})."""
    if lines <= invoices:
        return YES
    told = {"lines": f"{lines:,.2f}", "invoices": f"{invoices:,.2f}"}
    return no(
        "more_than_invoices",
        _("凭发票报销的 %(lines)s 元超过发票合计 %(invoices)s 元。") % told,
        _("请补发票，或核减明细金额。"),
        rule="F-07",
    )
