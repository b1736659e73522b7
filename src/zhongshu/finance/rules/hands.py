"""Hands that never meet in one person, beyond those that approvals keeps apart."""

from collections.abc import Collection, Iterable

from django.utils.translation import gettext_lazy as _

from zhongshu.approvals.grammar import Pair, Power
from zhongshu.finance.rules.payees import payee_key
from zhongshu.kernel.verdicts import YES, Verdict, no, not_now, not_yours

_WAY_ON = _(
    "请转给其他人办理；没有别人可转的，请联系机构人员管理员为这个环节再安排一人。收款人只是同名的，请退回经办人，在姓名后用括号写明单位或者证件号后四位。"
)


def F_13_acceptance(hands: Iterable[int | None], seats: Collection[int]) -> Verdict:
    """Whoever prepared or signed a contract (``hands``) does not accept what it delivers.

    政府采购法 61 {V} asks it of central purchasing bodies, 内控规范 (2012) of every public body {M}.
    """
    if not any(hand in seats for hand in hands):
        return YES
    return no(
        "accepts_his_own",
        _("经办或签订的人不能验收。"),
        _("请由其他人员验收。"),
        rule="F-13",
        source="政府采购法第六十一条",
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


def F_01_own_money(is_paid: bool) -> Verdict:
    """Nobody decides on, pays or books what goes to himself, whoever hands it in. 内控规范 {S}; 会计法 27, 37 {V}.

    Money goes by name: who only has the same one is told apart by what stands behind it.
    """
    if not is_paid:
        return YES
    sentence = _("收款人（或收款账号）就是办理人自己，不能审核、审批、付款或记账。")
    return not_yours("own_money", sentence, _WAY_ON, rule="F-01")


def F_06_relatives_money(payee: str, relatives: Iterable[str], kin: Pair | None) -> Verdict:
    """Nor does he review or approve (``kin``) what goes to a relative (F-06 {D})."""
    if kin is None or payee_key(payee) not in {payee_key(name) for name in relatives}:
        return YES
    sentence = _("收款人是办理人的亲属，应当回避，不能审核或审批。")
    return not_yours("relatives_money", sentence, _WAY_ON, rule=kin.rule)


def F_01_own_claim(is_party: bool) -> Verdict:
    """Who claims neither pays nor books it (F-01)."""
    if not is_party:
        return YES
    sentence = _("不能给自己的单据付款或记账，请由其他出纳或会计办理。")
    return not_yours("own_claim", sentence, rule="F-01")
