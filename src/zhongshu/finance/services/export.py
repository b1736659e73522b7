"""Lists of money as Excel files: each as its page shows it, to the last row that the reader may know of."""

from collections.abc import Sequence
from datetime import datetime
from typing import IO

from django.utils.translation import gettext as _

from zhongshu.approvals.wording import state_words
from zhongshu.finance import policies, queries
from zhongshu.finance.queries import Narrowed, Register
from zhongshu.finance.wording import claim_word
from zhongshu.kernel.actors import Actor
from zhongshu.platform.typesetting.services import MOST, Rows, written
from zhongshu.platform.usecases.registry import use_case

VERB = "finance.exported"


@use_case("finance.export_claims")
def export_claims(*, actor: Actor, narrowed: Narrowed, at: datetime) -> IO[bytes]:
    """The narrowed list of claims as far as ``actor`` is told, at most 20,000 rows. Journalled."""
    heads = [
        _("编号"), _("单据"), _("事由"), _("类别"), _("报销人"), _("科室"), _("收款人"), _("金额（元）"),
        _("应付（元）"), _("预算指标"), _("状态"), _("提交"), _("审核"), _("批准"), _("付款"), _("付款方式"), _("付款凭据号"),
        _("记账"), _("记账凭证号"),
    ]  # fmt: skip
    found = queries.listed(actor, narrowed)[:MOST]
    seen = queries.sights(actor, [one.pk for one in found])
    rows = (
        (
            matter.number, one.get_kind_display(), matter.title, may.category(one.get_category_display()),
            one.claimant.name, matter.unit.short_name, may.name(one.payee), may.sum(one.amount),
            may.sum(one.payable), str(one.budget_line), claim_word(one, matter.state), one.submitted_on,
            one.reviewed_at, one.approved_at, one.paid_at, one.get_pay_way_display(), one.pay_proof,
            one.booked_at, one.voucher,
        )
        for matter in found
        for one, may in ((matter.claim, seen[matter.pk]),)
    )  # fmt: skip
    return written(_("报销借款"), heads, rows, verb=VERB, actor=actor, at=at)


@use_case("finance.export_register")
def export_register(*, actor: Actor, narrowed: Register, at: datetime) -> IO[bytes]:
    """The narrowed register of contracts or projects, at most 20,000 rows. Journalled."""
    heads = [
        _("编号"), _("名称"), _("对方或实施单位"), _("经办"), _("科室"), _("总额（元）"), _("已付（元）"), _("状态"),
        _("开始"), _("结束"), _("提交"), _("批准"), _("签订"), _("验收"), _("会议决定"),
    ]  # fmt: skip
    found = queries.registered(actor, narrowed).order_by("-pk")[:MOST]
    seen = queries.sights(actor, [one.pk for one in found])
    rows = (
        (
            one.matter.number, one.matter.title, may.name(one.party), one.handler.name, one.matter.unit.short_name,
            may.sum(one.amount), may.sum(one.paid), state_words(one.matter.state), one.starts_on, one.ends_on,
            one.submitted_on, one.approved_at, one.signed_on, one.accepted_on, str(one.decision or ""),
        )
        for one in found
        for may in (seen[one.pk],)
    )  # fmt: skip
    return written(_("合同和项目"), heads, rows, verb=VERB, actor=actor, at=at)


@use_case("finance.export_budget")
def export_budget(*, actor: Actor, year: int, at: datetime) -> IO[bytes]:
    """The budget of a year with what is bound, spent and left. Journalled."""
    heads = [
        _("代码"), _("指标"), _("使用科室"), _("指标（元）"), _("占用（元）"), _("支出（元）"), _("余额（元）"),
    ]  # fmt: skip
    rows = (
        (
            one.code, one.title, one.unit.short_name if one.unit else _("全机关"), one.amount, one.reserved,
            one.spent, one.balance,
        )
        for one in queries.budget_lines(actor, year)
    )  # fmt: skip
    return written(_("%(year)s年预算指标") % {"year": year}, heads, rows, verb=VERB, actor=actor, at=at)


@use_case("finance.export_funds")
def export_funds(*, actor: Actor, at: datetime) -> IO[bytes]:
    """Funds sought from above with what came of them. Journalled."""
    heads = [
        _("项目"), _("责任科室"), _("向谁申请"), _("申请文件"), _("申请日期"), _("申请（元）"), _("批复（元）"),
        _("到账（元）"), _("使用（元）"), _("办结"), _("结果"),
    ]  # fmt: skip
    rows = (
        (
            one.project, one.unit.short_name, one.asked_of, one.paper, one.asked_on, one.asked, one.granted,
            one.received, one.used, one.closed_on, one.note,
        )
        for one in queries.funds(actor)[:MOST]
    )  # fmt: skip
    return written(_("争取资金"), heads, rows, verb=VERB, actor=actor, at=at)


@use_case("finance.export_table")
def export_table(*, actor: Actor, name: str, heads: Sequence[str], rows: Rows, at: datetime) -> IO[bytes]:
    """A table that a page has worked out (the map of duties, how long claims wait, large items). Journalled."""
    policies.may_see_budget(actor).require()
    return written(name, heads, rows, verb=VERB, actor=actor, at=at)
