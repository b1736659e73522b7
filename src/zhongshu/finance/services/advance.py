from collections.abc import Iterator, Sequence
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

Fault = tuple[str, str, str, str]


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
    _refuse(list(_faults(amount, advance.unsettled, receipt, way, deposit)))
    advance.settled += amount
    advance.save(update_fields=["settled"])
    budget.unspend(advance, amount)
    told = {"amount": f"{amount:.2f}", "receipt": receipt.strip(), "left": f"{advance.unsettled:.2f}"}
    told |= {"deposit": deposit.strip()} if way == PayWay.CASH else {}
    journal.record(stream=seen.matter.stream, verb="finance.repaid", actor=actor, at=at, data=told)
    return advance


def _faults(amount: Decimal, owed: Decimal, receipt: str, way: str, deposit: str) -> Iterator[Fault]:
    """What is wrong with a repayment: code, field, words, rule."""
    if not 0 < amount <= owed:
        told = _("还款金额应大于零，最多 %(left)s 元（未结清的）。") % {"left": f"{owed:,.2f}"}
        yield "repays_too_much", "amount", told, ""
    if not receipt.strip():
        yield "no_receipt", "receipt", _("请填写收据号。"), ""
    if way == PayWay.CASH and not (cash := rules.F_08_deposited(deposit)):
        yield cash.code, "deposit", cash.told, cash.rule


def _refuse(found: Sequence[Fault]) -> None:
    """All faults at once, each at its field, called as the first of them."""
    if found:
        code, _field, told, rule = found[0]
        raise Refusal(code, told, fields={field: words for _code, field, words, _rule in found}, rule=rule)
