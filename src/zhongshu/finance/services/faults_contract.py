"""What is wrong with a claim as a payment of a contract."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from zhongshu.finance import policies, queries, rules
from zhongshu.finance.drafts import Draft
from zhongshu.finance.models import ClaimKind, UndertakingKind
from zhongshu.kernel.actors import Actor

Fault = tuple[str, object]


def contract_faults(draft: Draft, actor: Actor, but: int) -> Iterator[Fault]:
    """A payment goes to the contract's other side and never beyond its sum; the contract is locked meanwhile."""
    if draft.contract_id is None:
        return
    contract = queries.undertaking_for_update(draft.contract_id)
    offered = queries.open_for(actor, UndertakingKind.CONTRACT).filter(pk=draft.contract_id)
    if contract is None or draft.kind == ClaimKind.ADVANCE or not offered.exists():
        yield "contract_id", _("所选合同还没有签订，或者不在您的知悉范围内。")
        return
    if not (may := policies.may_pay_under(actor, contract)):
        yield "contract_id", may.told
    same_code = bool(draft.payee_code) and draft.payee_code.strip().upper() == contract.party_code
    if contract.party_key != rules.payee_key(draft.payee) and not same_code:
        yield "payee", _("按合同付款，收款人应为合同对方“%(party)s”。") % {"party": contract.party}
    bound = queries.bound_by(contract, but=but)
    verdict = rules.within_the_whole(bound + draft.amount, contract.amount, contract.matter.title)
    if not verdict:
        yield "contract_id", verdict.told
