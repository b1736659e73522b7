"""Invoices as they were issued: neither their number nor their sum is altered."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from zhongshu.finance.drafts import Slip
from zhongshu.finance.invoices import Found
from zhongshu.kernel.verdicts import YES, Verdict, no


def F_07_alike(bits_apart: int) -> bool:
    """Whether two photographs are so alike that whoever checks is asked if one invoice was claimed twice. {D}"""
    return bits_apart <= int(settings.RULES["F-07.picture_bits"])


def F_07_unaltered(slip: Slip, file: str, told: Found) -> Verdict:
    """Number and sum are those of the invoice itself, where its file tells them. 发票管理办法 19, 20; 会计法 14 {V}."""
    within = told.amount is None or slip.amount <= told.amount
    if not told.certain or (slip.number == told.number and within):
        return YES
    of_file = _("%(number)s，%(amount)s 元") % {"number": told.number, "amount": f"{told.amount or 0:,.2f}"}
    return no(
        "invoice_altered",
        _("文件“%(file)s”里的发票是 %(told)s，与所填的号码或金额不符。") % {"file": file, "told": of_file},
        _("请按发票填写；金额可以少填，不能多填。"),
        rule="F-07",
        source="发票管理办法第十九条、第二十条",
    )
