from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.approvals import services as approvals
from zhongshu.approvals.grammar import Power
from zhongshu.approvals.models import Approval
from zhongshu.finance import queries, rules
from zhongshu.finance.models import Claim, PayWay
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Conflict, Refusal
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case


@use_case("finance.pay_claim")
def pay_claim(
    *, actor: Actor, matter_id: int, way: str, proof: str = "", opinion: str = "", at: datetime
) -> Approval:
    """Pay a claim: agree in its stage of payment, and in no other; a Conflict where it is not there yet.

    ``way`` is a code of :class:`PayWay` ("offset" where an advance has covered all of it, and only there), ``proof``
    the number of the bank's slip, the card's or the signed receipt. Cash beyond the limit is refused (F-08).
    """
    claim = _to_change(actor, matter_id, Power.PAY)
    _payable(claim, way, proof)
    claim.pay_way, claim.pay_proof = PayWay(way), proof.strip()
    claim.save(update_fields=["pay_way", "pay_proof"])
    told = {"way": claim.pay_way, "proof": claim.pay_proof, "amount": f"{claim.payable:.2f}"}
    _note(claim, "paid", actor=actor, at=at, told=told)
    return approvals.agree(actor=actor, matter_id=claim.pk, opinion=opinion, meant=Power.PAY, at=at)


@use_case("finance.book_claim")
def book_claim(*, actor: Actor, matter_id: int, voucher: str, opinion: str = "", at: datetime) -> Approval:
    """Enter a paid claim in the books under the number of its voucher; in its stage of booking, and in no other."""
    claim = _to_change(actor, matter_id, Power.BOOK)
    if not voucher.strip():
        raise Refusal("no_voucher", _("请填写记账凭证号。"), at="voucher")
    claim.voucher = voucher.strip()
    claim.save(update_fields=["voucher"])
    _note(claim, "booked", actor=actor, at=at, told={"voucher": claim.voucher})
    return approvals.agree(actor=actor, matter_id=claim.pk, opinion=opinion, meant=Power.BOOK, at=at)


def _to_change(actor: Actor, matter_id: int, power: Power) -> Claim:
    """The claim, locked, if ``actor`` may know of it; a Conflict where another step of his is due."""
    seen = queries.claim(actor, matter_id)
    asked = queries.asked_power(actor, matter_id)
    if asked is not None and asked != power:
        raise Conflict("another_step", _("现在这一步不是付款或记账。"), hint=_("请先看它办到了哪一步。"))
    return queries.claim_for_update(seen.pk) or seen


def _payable(claim: Claim, way: str, proof: str) -> None:
    if (way == PayWay.OFFSET) != (claim.payable == 0):
        told = _("应付 %(sum)s 元，请核对付款方式。") % {"sum": f"{claim.payable:,.2f}"}
        raise Refusal("another_way", told, at="way")
    if way != PayWay.OFFSET and not proof.strip():
        raise Refusal("no_proof", _("请填写付款凭据号。"), at="proof")
    if way == PayWay.CASH:
        rules.F_08_cash(claim.payable, claim.category).require(at="way")


def _note(claim: Claim, verb: str, *, actor: Actor, at: datetime, told: dict[str, str]) -> None:
    stream = claim.matter.stream
    journal.record(stream=stream, verb=f"finance.claim_{verb}", actor=actor, at=at, data=told)
