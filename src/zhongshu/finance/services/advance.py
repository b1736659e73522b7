from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from zhongshu.finance import policies, queries, rules
from zhongshu.finance.models import Claim, ClaimKind, PayWay
from zhongshu.finance.services import budget
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Conflict, Refusal
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case


@use_case("finance.repay_advance")
def repay_advance(
    *,
    actor: Actor,
    matter_id: int,
    amount: Decimal,
    receipt: str,
    way: str = PayWay.TRANSFER,
    deposit: str = "",
    at: datetime,
) -> Claim:
    """Note that part of an advance was paid back, with the number of the receipt; the cashier's to do.

    Cash has been brought to the bank first: ``deposit`` is the number of its slip (F-08).
    """
    seen = queries.claim(actor, matter_id)
    policies.may_note_repayment(actor, seen).require()
    advance = Claim.objects.select_for_update().get(pk=matter_id)
    if advance.kind != ClaimKind.ADVANCE or advance.paid_at is None:
        raise Conflict("nothing_to_repay", _("这不是已付出的借款。"))
    if not 0 < amount <= advance.unsettled:
        raise Refusal(
            "repays_too_much",
            _("还款金额应大于零，不超过未结清的 %(left)s 元。") % {"left": f"{advance.unsettled:,.2f}"},
            fields={"amount": _("请核对金额。")},
        )
    if not receipt.strip():
        raise Refusal("no_receipt", _("请填写收据号。"), fields={"receipt": _("请填写收据号。")})
    if way == PayWay.CASH:
        rules.F_08_deposited(deposit).require()
    advance.settled += amount
    advance.save(update_fields=["settled"])
    budget.unspend(advance, amount)
    told = {"amount": f"{amount:.2f}", "receipt": receipt.strip(), "left": f"{advance.unsettled:.2f}"}
    told |= {"deposit": deposit.strip()} if way == PayWay.CASH else {}
    journal.record(stream=seen.matter.stream, verb="finance.repaid", actor=actor, at=at, data=told)
    return advance
