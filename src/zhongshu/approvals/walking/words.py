"""Powers, and kinds of rules between fields, in a word."""

from django.utils.translation import gettext as _

from zhongshu.approvals.grammar import Power, TieKind


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
