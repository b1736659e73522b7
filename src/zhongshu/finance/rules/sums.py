"""Sums within sums: a budget line, a contract, a project."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.verdicts import YES, Verdict, no


def F_05_balance(wanted: Decimal, balance: Decimal, line: str) -> Verdict:
    """Every spend needs a budget line with balance; nothing outside the budget. 预算法 13, 57 {V}."""
    if wanted <= balance:
        return YES
    told = {"line": line, "balance": f"{balance:,.2f}", "wanted": f"{wanted:,.2f}"}
    return no(
        "over_budget",
        _("预算指标“%(line)s”余额 %(balance)s 元，不够支出 %(wanted)s 元。") % told,
        _("请换用其他指标，或先办理预算调剂。"),
        rule="F-05",
        source="预算法第十三条、第五十七条",
    )


def within_the_whole(wanted: Decimal, limit: Decimal, what: str) -> Verdict:
    """Payments never exceed their contract, contracts never their project. {D}"""
    if wanted <= limit:
        return YES
    told = {"what": what, "limit": f"{limit:,.2f}", "wanted": f"{wanted:,.2f}"}
    return no(
        "beyond_the_whole",
        _("累计 %(wanted)s 元，超过“%(what)s”的总额 %(limit)s 元。") % told,
        _("请核减金额，或先办理变更审批。"),
    )
