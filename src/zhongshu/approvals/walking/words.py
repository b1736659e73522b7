"""Powers, and kinds of rules between fields, in a word; what is left to do with a paper that cannot be moved."""

from django.utils.translation import gettext as _

from zhongshu.approvals.grammar import Power, TieKind
from zhongshu.approvals.models import Status
from zhongshu.kernel.verdicts import Verdict, not_now


def power_words(power: Power) -> str:
    """A power in a word."""
    return {
        Power.NONE: _("阅知"),
        Power.APPLY: _("申请"),
        Power.HANDLE: _("经办"),
        Power.REVIEW: _("审核"),
        Power.APPROVE: _("审批"),
        Power.APPROVE_PAYMENT: _("审批付款"),
        Power.PAY: _("付款"),
        Power.BOOK: _("记账"),
        Power.AUDIT: _("审计"),
        Power.KEEP_GOODS: _("保管财物"),
        Power.ACCEPT_GOODS: _("验收"),
        Power.BUY: _("采购"),
    }[power]


def tie_words(kind: TieKind) -> str:
    """What a rule between fields is about."""
    return {
        TieKind.NOT_BEFORE: _("不早于"),
        TieKind.WORKING_DAYS: _("工作日天数"),
        TieKind.CALENDAR_DAYS: _("日历天数"),
        TieKind.DAYS: _("天数"),
        TieKind.SUM: _("合计"),
    }[kind]


def not_with_the_drafter(status: str) -> Verdict:
    """Why a paper of this status, which is not on its drafter's desk, is not amended, and what can be done instead."""
    hint = instead(status)
    if status == Status.RUNNING:
        hint = _("退回以后才能修改；下一步还没有人办的，可以先取回。")
    return not_now("not_with_the_drafter", _("这份审批不在起草人手里。"), hint)


def instead(status: str) -> str:
    """What can be done about a paper of this status, where what was wanted cannot."""
    return {
        Status.RUNNING.value: _("请刷新页面，看看它刚刚办到了哪一步。"),
        Status.SUSPENDED.value: _("请等恢复后再办。"),
        Status.APPROVED.value: _(
            "它已经办结，不能再办，也不能再改；有错的，请与最后一步的办理人商量怎样更正。"
        ),
        Status.REFUSED.value: _("它没有通过，已经办结；改好以后还要办的，请另外提交一份。"),
        Status.VOID.value: _("它已经作废，不能恢复；还要办的，请另外提交一份。"),
    }[status]
