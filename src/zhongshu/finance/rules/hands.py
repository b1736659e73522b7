"""Hands that never meet in one person, beyond those that approvals keeps apart."""

from collections.abc import Collection, Iterable

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.verdicts import YES, Verdict, no


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
