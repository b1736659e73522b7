"""Contracts and a major project of the demonstration: decided, signed, paid in part, waiting, suspected."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from zhongshu.cli.demo.purse import Purse
from zhongshu.finance import services
from zhongshu.finance.models import Decision, Undertaking
from zhongshu.kernel.clock import local_day

SUPPLIER = "澜州智联科技"
# days ago, title, party, yuan, how many have agreed, whether it was signed
CONTRACTS = (
    (70, "物业保洁服务合同", "澜州洁城物业", 96000, 9, True),
    (18, "复印机租赁合同", "澜州晨光办公", 36000, 9, False),
    (9, "机关食堂改造合同", "澜州建工", 320000, 1, False),
    (5, "门户网站改版合同", "澜州蓝图网络", 168000, 0, False),
)


def undertake(purse: Purse) -> None:
    """One project with its contract and payments; contracts that wait for a decision, a signature, an approver."""
    decision = _decided(purse)
    project = _handed_in(
        purse, 58, "project", "督查平台二期建设", "信息中心", 250000, decision_id=decision.pk
    )
    purse.agree(project, 9, 58)
    contract = _handed_in(
        purse, 52, "contract", "督查平台二期开发合同", SUPPLIER, 240000, project_id=project.pk
    )
    purse.agree(contract, 9, 52)
    _sign(purse, contract, 45)
    first = purse.claim(34, "督查平台二期首付款", SUPPLIER, "project", 150000, contract_id=contract.pk)
    purse.agree(first, 9, 34)
    second = purse.claim(7, "督查平台二期进度款", SUPPLIER, "project", 60000, contract_id=contract.pk)
    purse.agree(second, 4, 7)
    purse.agree(purse.claim(8, "机房空调更新", "澜州恒信机电", "project", 78000), 1, 8)
    for days, title, party, yuan, steps, signed in CONTRACTS:
        one = _handed_in(purse, days, "contract", title, party, yuan)
        purse.agree(one, steps, days)
        if signed:
            _sign(purse, one, days - 6)


def _decided(purse: Purse) -> Decision:
    """The office's meeting agreed to the second stage of the platform, with its minutes."""
    minutes = (
        "中共澜州市委办公室主任办公会纪要\n应到9人，到会8人，赞成8人。同意督查平台二期建设，总额25万元以内。"
    )
    day = purse.ago(60)
    return services.record_decision(
        actor=purse.world.actor("fangqing", day),
        organ_id=purse.organ.pk,
        meeting=f"{day.year}年第9次主任办公会",
        item="督查平台二期建设",
        held_on=local_day(purse.ago(61)),
        entitled=9,
        present=8,
        in_favour=8,
        limit=Decimal(260000),
        evidence=purse.paper(60, "办公会纪要（第9次）.txt", minutes),
        at=day,
    )


def _handed_in(
    purse: Purse, days: float, kind: str, title: str, party: str, yuan: int, **more: Any
) -> Undertaking:
    at = purse.ago(days)
    first = local_day(at) + timedelta(days=10)
    plan = services.Plan(
        kind=kind,
        title=title,
        party=party,
        amount=Decimal(yuan),
        starts_on=first,
        ends_on=first + timedelta(days=180),
        **more,
    )
    return services.submit_undertaking(actor=purse.world.actor("zhengyi", at), plan=plan, at=at)


def _sign(purse: Purse, contract: Undertaking, days: float) -> None:
    at = purse.ago(days)
    actor = purse.world.actor("zhengyi", at)
    services.sign_contract(actor=actor, matter_id=contract.pk, signed_on=local_day(at), at=at)
