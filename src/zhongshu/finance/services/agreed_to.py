"""What those who agreed to a claim, contract or project agreed to, besides its amount: it does not change behind their backs."""

from collections.abc import Mapping

from zhongshu.finance.models import Claim, Undertaking
from zhongshu.kernel.language import on_record

Facts = Mapping[str, object]


def of_claim(claim: Claim) -> Facts:
    """The facts of a claim by their names: to whom, from which line, for what, on which invoices."""
    return {
        on_record("收款人"): (claim.payee_key, claim.payee_code),
        on_record("收款账号"): claim.account_key,
        on_record("预算指标"): claim.budget_line_id,
        on_record("冲销的借款"): claim.advance_id,
        on_record("合同"): claim.contract_id,
        on_record("事前审批件"): claim.basis_id,
        on_record("集体决策记录"): claim.decision_id,
        on_record("费用明细"): sorted(claim.lines.values_list("item", "amount")),
        on_record("发票"): sorted(claim.invoices.values_list("code", "number", "amount")),
    }


def of_undertaking(one: Undertaking, title: str, body: str) -> Facts:
    """The same of a contract or project: what it is about and with whom, from when to when, in which project."""
    return {
        on_record("名称"): title.strip(),
        on_record("主要内容"): body.split(),
        on_record("对方"): (one.party, one.party_code),
        on_record("起止"): (one.starts_on, one.ends_on),
        on_record("所属项目"): one.project_id,
        on_record("依据"): one.basis_id,
        on_record("集体决策记录"): one.decision_id,
    }


def changed(before: Facts, after: Facts) -> list[str]:
    """The names of what differs."""
    return [name for name, value in before.items() if after[name] != value]
