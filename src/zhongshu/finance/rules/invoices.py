"""Invoices: claimed once, and never exceeded."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.verdicts import YES, Verdict, no


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
