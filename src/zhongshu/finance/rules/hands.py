"""Hands that never meet in one person, beyond those that approvals keeps apart."""

from collections.abc import Collection, Iterable

from django.utils.translation import gettext_lazy as _

from zhongshu.approvals.grammar import Power
from zhongshu.kernel.verdicts import YES, Verdict, no, not_now


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


def paid_stays(*, paid: bool, power: Power | None) -> Verdict:
    """Money that went out is not undone by paper: from there it goes back to the till and the books at most.

    ``power`` is exercised in the stage that the paper would go back to; None where it would come to nothing.
    """
    if not paid or power in (Power.PAY, Power.BOOK):
        return YES
    if power is None:
        return not_now("already_paid", _("款已付出，不能作废或不同意。"), _("请办理退款或更正凭证。"))
    return not_now("already_paid", _("款已付出，不能再退回修改。"), _("可退回出纳更正凭据，或办理退款。"))
