"""Large sums: only a meeting opens the way, and splitting is seen (三重一大)."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.verdicts import YES, Verdict, no


def split_within() -> timedelta:
    """Sums to one payee within so many days are added up (M-16 {M}, default 30)."""
    return timedelta(days=int(settings.RULES["M-16.split_within_days"]))


def quorum_percent() -> int:
    """What share of those entitled must be present for a decision to count (M-15, default two thirds {S conv.})."""
    return int(settings.RULES["M-15.quorum_percent"])


def M_15_decided(*, entitled: int, present: int, in_favour: int) -> Verdict:
    """A decision counts when the meeting was quorate and more than half of those entitled agreed (M-15 {S})."""
    if present * 100 < entitled * quorum_percent():
        return no(
            "not_quorate",
            _("到会 %(present)s 人，应到 %(entitled)s 人，没有达到法定人数，决定无效。")
            % {"present": present, "entitled": entitled},
            _("请重新召开会议作出决定。"),
            rule="M-15",
            source="三重一大决策制度",
        )
    if in_favour * 2 <= entitled:
        return no(
            "not_carried",
            _("赞成 %(in_favour)s 人，没有超过应到人数的一半，没有通过。") % {"in_favour": in_favour},
            _("没有通过的事项不能支出。"),
            rule="M-15",
            source="三重一大决策制度",
        )
    return YES


def M_15_gate(
    amount: Decimal, threshold: Decimal, *, has_decision: bool, together: Decimal | None = None
) -> Verdict:
    """From the threshold on, only a passed item of a quorate meeting opens the way (M-15 {S}, F-06).

    ``together``  where ``amount`` is a part of what is counted as one.
    """
    if has_decision or max(amount, together or amount) < threshold:
        return YES
    told = {"amount": f"{amount:,.2f}", "threshold": f"{threshold:,.2f}", "all": f"{together or amount:,.2f}"}
    alone = _("金额 %(amount)s 元达到大额标准 %(threshold)s 元，须有集体决策记录。")
    parts = _("这次 %(amount)s 元，合并计算共 %(all)s 元，达到大额标准 %(threshold)s 元，须有集体决策记录。")
    return no(
        "needs_a_decision",
        (alone if amount >= threshold else parts) % told,
        _("请财务审核岗位或机关领导先在单据页上关联会议决定，再办理；还没有登记的，先登记。"),
        rule="M-15",
        source="三重一大决策制度",
    )


def M_15_first(done: bool) -> Verdict:
    """What is decided comes first: once money has gone, or a contract or project stands, its decision stays (M-15 {S})."""
    if not done:
        return YES
    return no(
        "decided_too_late",
        _("款已付出（合同已签订、项目已批准），不能再关联或更换会议决定。"),
        _("没有经过集体决策的，请按规定向审计说明；决定只对以后的支出有效。"),
        rule="M-15",
        source="三重一大决策制度",
    )


def M_15_within(amount: Decimal, *, left: Decimal) -> Verdict:
    """All that rests on one decision never comes to more than it passed, in yuan (M-15 {S})."""
    if amount <= left:
        return YES
    told = {"amount": f"{amount:,.2f}", "left": f"{left:,.2f}"}
    return no(
        "decision_used_up",
        _("这次 %(amount)s 元，会议批准的金额只剩 %(left)s 元。") % told,
        _("请另选会议决定，或者先登记新的会议决定。"),
        rule="M-15",
        source="三重一大决策制度",
    )


def M_16_total(sums: Iterable[tuple[date, Decimal]], on: date) -> Decimal:
    """What went to one payee in the days up to ``on`` within which sums are added up, in yuan."""
    since = on - split_within()
    return sum((amount for day, amount in sums if since <= day <= on), Decimal(0))
