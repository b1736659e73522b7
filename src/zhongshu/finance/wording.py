"""How the verbs of money are told in a timeline."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhongshu.approvals.models import Status
from zhongshu.approvals.wording import state_words
from zhongshu.finance.models import Claim, ClaimKind, LargeKind, Measure, MovementKind, PayWay
from zhongshu.org.models import Grade
from zhongshu.platform.journal.sentences import name, register


def _number(facts: Mapping[str, Any]) -> str:
    """The matter that funds are part of; unnamed where its number is withheld, "" of none."""
    return str(facts.get("number", _("知悉范围之外的事项")))


register(
    "finance.claim_paid",
    lambda d: _("付款 %(amount)s 元，%(how)s %(proof)s") % {**d, "how": PayWay(d["way"]).label},
    sums=("amount",),
    icon="check",
)
register("finance.claim_booked", lambda d: _("记账，凭证号 %(voucher)s") % d, icon="check")
register("finance.draft_begun", lambda d: _("开始填写“%(title)s”") % d, icon="edit")
register("finance.draft_changed", lambda d: _("接着填写“%(title)s”") % d, icon="edit")
register("finance.draft_dropped", lambda d: _("收起草稿“%(title)s”") % d, icon="trash")
register(
    "finance.line_entered",
    lambda d: _("登记指标“%(title)s”%(amount)s 元") % d,
    sums=("amount",),
    icon="file-text",
)
register(
    "finance.line_adjusted",
    lambda d: _("调剂指标“%(title)s”：%(before)s 元改为 %(amount)s 元，依据：%(reason)s") % d,
    sums=("before", "amount"),
    icon="edit",
)
register(
    "finance.split_suspected",
    lambda d: _("疑似拆分：%(days)s 天内付给%(payee)s共 %(count)s 笔、%(total)s 元，合计达到大额标准") % d,
    sums=("total",),
    icon="alert-triangle",
    tone="amber",
)
register(
    "finance.split_cleared",
    lambda d: _("疑似拆分解除：付给%(payee)s的只剩 %(total)s 元没有会议决定，低于大额标准") % d,
    sums=("total",),
    icon="circle-check",
)
register("finance.flag_explained", lambda d: _("疑点核实：%(text)s") % d, icon="message-2")
register(
    "finance.repaid",
    lambda d: _("还款 %(amount)s 元，收据 %(receipt)s，未结清 %(left)s 元") % d,
    sums=("amount", "left"),
    icon="check",
)
register(
    "finance.threshold_set",
    lambda d: (
        _("%(what)s标准 %(amount)s 元，自%(since)s起，依据：%(paper)s")
        % {**d, "what": LargeKind(d["kind"]).label}
    ),
    sums=("amount",),
    icon="edit",
)
register(
    "finance.standard_set",
    lambda d: (
        _("%(what)s最多 %(most)s，%(whom)s，自%(since)s起，依据：%(paper)s")
        % {
            **d,
            "what": Measure(d["measure"]).label,
            "whom": f"{Grade(d['grade']).label if d['grade'] else _('不分职级')} {d['place'] or _('各地')}",
        }
    ),
    sums=("most",),
    icon="edit",
)
register(
    "finance.decision_recorded",
    lambda d: _("登记会议决定：%(meeting)s，%(item)s，批准 %(limit)s 元") % d,
    sums=("limit",),
    icon="users",
)
register("finance.decision_linked", lambda d: _("关联会议决定：%(meeting)s，%(item)s") % d, icon="link")
register(
    "finance.fund_entered",
    lambda d: (
        _("申请%(project)s %(asked)s 元") % d
        + (_("，关联%(number)s") % {"number": _number(d)} if _number(d) else "")
    ),
    sums=("asked",),
    icon="file-text",
    reserved=("number",),
)
register(
    "finance.fund_moved",
    lambda d: _("%(what)s %(amount)s 元") % {**d, "what": MovementKind(d["kind"]).label},
    sums=("amount",),
    icon="check",
)
register(
    "finance.fund_linked",
    lambda d: _("关联%(number)s") % {"number": _number(d)} if _number(d) else _("取消关联的事项"),
    icon="link",
    reserved=("number",),
)
register("finance.fund_closed", lambda d: _("办结：%(note)s") % d, icon="flag")
register("finance.exported", lambda d: _("导出“%(list)s”%(rows)s 行") % d, icon="download")
register("finance.contract_signed", lambda d: _("登记签订，签订日期 %(day)s") % d, icon="edit")
register("finance.undertaking_accepted", lambda d: _("验收（%(day)s）：%(text)s") % d, icon="circle-check")

NAMES = {
    "finance.claim_paid": gettext_lazy("付款"),
    "finance.fund_moved": gettext_lazy("登记争取资金的进展"),
    "finance.standard_set": gettext_lazy("设定开支标准"),
    "finance.threshold_set": gettext_lazy("设定大额标准"),
}
name(NAMES)


def claim_word(one: Claim, state: str) -> str:
    """What state a claim is in: on its way to the cashier and the books it says so; an advance, whether it is settled."""
    if state == Status.APPROVED and one.kind == ClaimKind.ADVANCE:
        return _("未结清") if one.unsettled else _("已结清")
    if state != Status.RUNNING or one.approved_at is None:
        return state_words(state)
    return _("待记账") if one.paid_at else _("待付款")
