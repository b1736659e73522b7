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
        source="会计法（2017年文本）第十四条",
    )


def F_07_once(number: str) -> Verdict:
    """Nor is it entered twice in one claim."""
    told = _("发票 %(number)s 在本单中填了两次。") % {"number": number}
    return no(
        "invoice_entered_twice", told, _("请删去一张。"), rule="F-07", source="会计法（2017年文本）第十四条"
    )


def F_07_own_file(number: str, file: str, where: str) -> Verdict:
    """One file is one invoice: the same bytes never stand for two numbers. 发票管理办法 20 {V}/{D}."""
    told = {"number": number, "file": file, "where": where}
    return no(
        "file_of_another_invoice",
        _("发票 %(number)s 的文件“%(file)s”已是 %(where)s 的文件。") % told,
        _("请上传这张发票自己的文件。"),
        rule="F-07",
        source="发票管理办法第二十条",
    )


def F_07_is_invoice(number: str, file: str, *, has_text: bool, is_read: bool) -> Verdict:
    """A file that can be read and tells of no invoice stands for none; a photograph or scan is left to who reviews ({D})."""
    if is_read or not has_text:
        return YES
    return no(
        "no_invoice_in_the_file",
        _("文件“%(file)s”里没有发票 %(number)s，也读不出别的发票。") % {"file": file, "number": number},
        _("请上传发票文件；不是发票的，作为附件上传。"),
        rule="F-07",
        source="发票管理办法第二十条",
    )


def F_07_not_ahead(slips: int) -> Verdict:
    """Money asked ahead rests on no invoice yet: it is claimed when the advance is settled ({D})."""
    if not slips:
        return YES
    return no(
        "invoice_on_an_advance",
        _("借款不附发票。"),
        _("办完事报销时再填发票，冲销借款。"),
        rule="F-07",
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
