from datetime import datetime

from zhongshu.approvals import services as approvals
from zhongshu.approvals.grammar import Power
from zhongshu.approvals.models import Approval
from zhongshu.finance import queries
from zhongshu.kernel.actors import Actor
from zhongshu.platform.usecases.registry import use_case


@use_case("finance.pay_claim")
def pay_claim(*, actor: Actor, matter_id: int, opinion: str = "", at: datetime) -> Approval:
    """Pay a claim: agree in its stage of payment, and in no other; a Conflict where it is not there yet."""
    return _agree(Power.PAY, actor, matter_id, opinion, at)


@use_case("finance.book_claim")
def book_claim(*, actor: Actor, matter_id: int, opinion: str = "", at: datetime) -> Approval:
    """Enter a paid claim in the books: agree in its stage of booking, and in no other."""
    return _agree(Power.BOOK, actor, matter_id, opinion, at)


def _agree(meant: Power, actor: Actor, matter_id: int, opinion: str, at: datetime) -> Approval:
    claim = queries.claim(actor, matter_id)
    return approvals.agree(actor=actor, matter_id=claim.pk, opinion=opinion, meant=meant, at=at)
