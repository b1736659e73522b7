"""The law of money (rules §5): pure functions, no database. Local conventions are settings."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from zhongshu.finance.models import Category
from zhongshu.kernel.verdicts import YES, Verdict, no

Faults = dict[str, object]


def split_within() -> timedelta:
    """Sums to one payee within so many days are added up (M-16 {M}, default 30)."""
    return timedelta(days=int(settings.RULES["M-16.split_within_days"]))


def quorum_percent() -> int:
    """What share of those entitled must be present for a decision to count (M-15, default two thirds {S conv.})."""
    return int(settings.RULES["M-15.quorum_percent"])


def review_within() -> int:
    """Working days for the review of a claim (F-14 {D}, default 3)."""
    return int(settings.RULES["F-14.review_working_days"])


def approve_within() -> int:
    """Working days from review to approval (local convention, default 5)."""
    return int(settings.RULES["F-14.approve_working_days"])


def pay_within() -> int:
    """Working days from approval to payment (F-14 {D}, default 5)."""
    return int(settings.RULES["F-14.pay_working_days"])


def settle_within() -> int:
    """Calendar days for settling an advance (local convention, default 30)."""
    return int(settings.RULES["F-14.settle_days"])


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


def F_13_within(wanted: Decimal, limit: Decimal, what: str) -> Verdict:
    """Payments never exceed their contract, contracts never their project. 政府采购法 42 {V} (files agree), {D}."""
    if wanted <= limit:
        return YES
    told = {"what": what, "limit": f"{limit:,.2f}", "wanted": f"{wanted:,.2f}"}
    return no(
        "beyond_the_whole",
        _("累计 %(wanted)s 元，超过“%(what)s”的总额 %(limit)s 元。") % told,
        _("请核减金额，或先办理变更审批。"),
        rule="F-13",
    )


def F_02_acceptance(hands: Iterable[int | None], seats: Collection[int]) -> Verdict:
    """Whoever prepared or signed a contract (``hands``) does not accept what it delivers. 内控规范 (2012) {M}."""
    if not any(hand in seats for hand in hands):
        return YES
    return no(
        "accepts_his_own",
        _("经办或签订的人不能验收。"),
        _("请由其他人员验收。"),
        rule="F-02",
        source="行政事业单位内部控制规范（试行）",
    )


@dataclass(frozen=True, slots=True)
class Needs:
    """What a category asks beside the claim: an approved paper beforehand, and files of evidence."""

    basis: bool = False
    files: tuple[object, ...] = ()
    rule: str = ""


NEEDS: Mapping[str, Needs] = {
    Category.TRAVEL: Needs(basis=True, rule="F-09"),
    Category.MEETING: Needs(basis=True, files=(_("通知"), _("日程"), _("签到表")), rule="F-10"),
    Category.RECEPTION: Needs(files=(_("公函"),), rule="F-11"),
}


def needed(category: str) -> Needs:
    """What the law asks beside a claim of this category (F-09, F-10, F-11 {S})."""
    return NEEDS.get(category, Needs())


def M_15_decided(*, entitled: int, present: int, in_favour: int) -> Verdict:
    """A decision counts when the meeting was quorate and more than half of those entitled agreed (M-15 {S})."""
    if present * 100 < entitled * quorum_percent():
        return no(
            "not_quorate",
            _("到会 %(present)s 人，应到 %(entitled)s 人，没有达到法定人数，决定无效。")
            % {"present": present, "entitled": entitled},
            _("请重新召开会议作出决定。"),
            rule="M-15",
        )
    if in_favour * 2 <= entitled:
        return no(
            "not_carried",
            _("赞成 %(in_favour)s 人，没有超过应到人数的一半，没有通过。") % {"in_favour": in_favour},
            _("没有通过的事项不能支出。"),
            rule="M-15",
        )
    return YES


def M_15_gate(amount: Decimal, threshold: Decimal, *, has_decision: bool) -> Verdict:
    """From the threshold on, only a passed item of a quorate meeting opens the way (M-15 {S}, F-06)."""
    if amount < threshold or has_decision:
        return YES
    told = {"amount": f"{amount:,.2f}", "threshold": f"{threshold:,.2f}"}
    return no(
        "needs_a_decision",
        _("金额 %(amount)s 元达到大额标准 %(threshold)s 元，须有集体决策记录。") % told,
        _("请先登记会议决定并关联到这张单据，再办理。"),
        rule="M-15",
        source="三重一大决策制度",
    )


def M_16_total(sums: Iterable[tuple[date, Decimal]], on: date) -> Decimal:
    """What went to one payee in the days up to ``on`` within which sums are added up, in yuan."""
    since = on - split_within()
    return sum((amount for day, amount in sums if since <= day <= on), Decimal(0))
