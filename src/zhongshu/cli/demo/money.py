"""Money of the demonstration: routes, a budget, claims in every state, a decision, a suspicion, funds from above."""

import copy
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import product
from typing import Any

from zhongshu.approvals import queries as routes
from zhongshu.approvals import services as approvals
from zhongshu.approvals.registry import shipped
from zhongshu.cli.demo import contracts, requests
from zhongshu.cli.demo.purse import Purse
from zhongshu.cli.demo.world import World
from zhongshu.finance import services
from zhongshu.finance.models import Claim
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.clock import local_day

LINES = (
    ("30201", "办公费", 180000, ("office", "other")),
    ("30211", "差旅费", 120000, ("travel",)),
    ("30215", "会议费", 60000, ("meeting",)),
    ("30213", "维修费", 90000, ("repair",)),
    ("30217", "公务接待费", 30000, ("reception",)),
    ("31002", "信息化项目", 600000, ("project", "purchase")),
)
THRESHOLDS = {"claim": 50000, "contract": 200000, "project": 200000}
# days ago, title, payee, category, yuan, how many have agreed (-1: given back, -2: refused)
CLAIMS = (
    (48, "购买打印耗材", "澜州晨光办公", "office", 860, 9),
    (40, "综合科空调维修", "澜州恒信机电", "repair", 3200, 9),
    (26, "会议室投影机维修", "澜州恒信机电", "repair", 1880, 9),
    (20, "订阅内刊资料", "澜州新华书店", "office", 1260, -2),
    (12, "更换档案柜锁具", "澜州晨光办公", "office", 640, 3),
    (9, "办公电脑内存升级", "澜州智联科技", "office", 2450, 2),
    (10, "复印机硒鼓", "澜州晨光办公", "office", 1160, 2),
    (8, "值班室床品", "澜州百货", "office", 1540, 2),
    (7, "走廊灯具更换", "澜州恒信机电", "repair", 1980, 1),
    (6, "会议室话筒维修", "澜州恒信机电", "repair", 1320, 3),
    (5, "文印室墨盒", "澜州晨光办公", "office", 720, -1),
    (2, "书记信箱邮资", "中国邮政澜州分公司", "other", 380, 0),
)
OLDEST = 48
"""So many days ago the first claim was handed in; early in a year that is last year's budget."""
SPLIT = ((15, 18800), (11, 19500), (6, 19200))
"""Days ago and yuan: three below the threshold to one payee within thirty days."""


def spend(world: World, at: datetime) -> None:
    """Half a year of the committee's office's money up to ``at``."""
    purse = Purse(world, at)
    _publish(purse)
    _budget(purse)
    for days, title, payee, category, yuan, steps in CLAIMS:
        _decide(purse, purse.claim(days, title, payee, category, yuan), steps, days)
    _advance(purse)
    requests.hand_in(purse)
    for place, (days, yuan) in enumerate(SPLIT, 1):
        claim = purse.claim(days, f"门户网站维护（第{place}期）", "澜州蓝图网络", "project", yuan)
        purse.agree(claim, 2, days)
    contracts.undertake(purse)
    _funds(purse)


def _publish(purse: Purse) -> None:
    leaders = [purse.world.person(login).staff_number for login in ("hewei", "chenli")]
    at = purse.ago(200)
    for spec in copy.deepcopy([*shipped().values()]):
        if routes.routes().filter(name=spec["name"]).exists():
            continue
        for stage in spec["body"]:
            if stage["who"]["kind"] in ("unit_head", "principal", "in_charge"):
                stage |= {"on_empty": "named", "fallback": leaders}
        approvals.draft_route(actor=SYSTEM, spec=spec, organ_id=purse.organ.pk, at=at)
        approvals.publish_route(actor=SYSTEM, name=spec["name"], at=at)


def _budget(purse: Purse) -> None:
    keeper, organ_id = purse.world.actor("suyang", purse.at), purse.organ.pk
    years = {local_day(purse.ago(days)).year for days in (0, OLDEST)}
    for year, (code, title, yuan, categories) in product(sorted(years), LINES):
        services.enter_line(
            actor=keeper,
            organ_id=organ_id,
            year=year,
            code=code,
            title=title,
            amount=Decimal(yuan),
            categories=categories,
            at=purse.ago(199),
        )
    for kind, amount in THRESHOLDS.items():
        services.set_threshold(
            actor=purse.world.actor("chenli", purse.at),
            organ_id=organ_id,
            kind=kind,
            amount=Decimal(amount),
            paper=f"大额资金使用和重大项目管理办法（澜委办〔{purse.ago(198).year}〕3号）",
            valid_from=local_day(purse.ago(198)),
            at=purse.ago(198),
        )


def _decide(purse: Purse, claim: Claim, steps: int, days: float) -> None:
    at, head = purse.ago(days) + timedelta(hours=20), purse.world.actor("wufan", purse.at)
    by: dict[str, Any] = {"actor": head, "matter_id": claim.pk, "at": at}
    if steps == -1:
        approvals.give_back(target="submit", straight=False, opinion="请附入库单。", **by)
    elif steps == -2:
        approvals.refuse(opinion="资料室已有，不再重复订阅。", **by)
    else:
        purse.agree(claim, steps, days)


def _advance(purse: Purse) -> None:
    paid = purse.claim(30, "赴省参会备用金", "郑逸", "office", 3000, kind="advance")
    purse.agree(paid, 9, 30)
    purse.claim(3, "参会资料印制", "郑逸", "office", 2200, advance_id=paid.pk)


def _funds(purse: Purse) -> None:
    keeper, unit = purse.world.actor("suyang", purse.at), purse.world.units["lz-xzk"].pk
    three = (("granted", 1200000), ("received", 800000), ("used", 180000))
    sought: tuple[tuple[str, str, int, int, tuple[tuple[str, int], ...]], ...] = (
        ("智慧督查平台建设", "省财政厅", 2000000, 150, three),
        ("档案数字化专项", "省档案局", 500000, 90, (("granted", 300000),)),
        ("机要线路改造", "省委机要局", 260000, 30, ()),
    )
    for project, whom, yuan, days, movements in sought:
        fund = services.enter_fund(
            actor=keeper,
            unit_id=unit,
            project=project,
            asked_of=whom,
            asked=Decimal(yuan),
            asked_on=local_day(purse.ago(days)),
            paper=f"澜委办函〔{purse.ago(days).year}〕{days}号",
            at=purse.ago(days),
        )
        for place, (kind, amount) in enumerate(movements, 1):
            at = purse.ago(days - 20 * place)
            told: dict[str, Any] = {"amount": Decimal(amount), "on": local_day(at), "at": at}
            services.enter_movement(actor=keeper, fund_id=fund.pk, kind=kind, **told)
