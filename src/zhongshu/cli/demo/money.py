"""Money of the demonstration: routes, a budget, claims in every state, a decision, a suspicion, funds from above."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import zhongshu.finance
from zhongshu.approvals import queries as routes
from zhongshu.approvals import services as approvals
from zhongshu.cli.demo.world import World
from zhongshu.finance import queries as finance
from zhongshu.finance import services
from zhongshu.finance.models import BudgetLine, Claim
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.clock import local_day
from zhongshu.platform.files import services as files

ROUTES = Path(zhongshu.finance.__file__).parent / "routes"
LINES = (
    ("30201", "办公费", 180000, ("office", "other")),
    ("30211", "差旅费", 120000, ("travel",)),
    ("30213", "维修费", 90000, ("repair",)),
    ("30217", "公务接待费", 30000, ("reception",)),
    ("31002", "信息化项目", 600000, ("project", "purchase")),
)
THRESHOLD = Decimal(50000)
# days ago, title, payee, category, yuan, how many have agreed (-1: given back, -2: refused)
CLAIMS = (
    (48, "购买打印耗材", "澜州晨光办公", "office", 860, 9),
    (40, "综合科空调维修", "澜州恒信机电", "repair", 3200, 9),
    (26, "会议室投影机维修", "澜州恒信机电", "repair", 1880, 9),
    (20, "订阅内刊资料", "澜州新华书店", "office", 1260, -2),
    (12, "更换档案柜锁具", "澜州晨光办公", "office", 640, 3),
    (9, "办公电脑内存升级", "澜州智联科技", "office", 2450, 2),
    (7, "走廊灯具更换", "澜州恒信机电", "repair", 1980, 1),
    (5, "文印室墨盒", "澜州晨光办公", "office", 720, -1),
    (2, "书记信箱邮资", "中国邮政澜州分公司", "other", 380, 0),
)
SPLIT = ((15, 18800), (11, 19500), (6, 19200))
"""Days ago and yuan: three below the threshold to one payee within thirty days."""


class Purse:
    """Claims made as the people of the office make them."""

    def __init__(self, world: World, at: datetime) -> None:
        self.world, self.at, self.numbers = world, at, _numbers()
        self.organ = world.units["lz"]
        self.logins = {person.pk: login for login, person in world.people.items()}

    def ago(self, days: float) -> datetime:
        return self.at - timedelta(days=days)

    def line(self, category: str) -> BudgetLine:
        """The line of this year that serves ``category``."""
        rows = BudgetLine.objects.filter(organ=self.organ, year=local_day(self.at).year)
        return next(one for one in rows if category in one.categories)

    def claim(self, days: float, title: str, payee: str, category: str, yuan: int, **more: Any) -> Claim:
        """One of 郑逸's, with one invoice."""
        at, amount = self.ago(days), Decimal(yuan)
        day = local_day(at)
        slips: tuple[services.Slip, ...] = ()
        if more.get("kind") != "advance":
            slips = (services.Slip(next(self.numbers), day, amount, seller=payee),)
        told = services.Draft(
            title=title,
            payee=payee,
            category=category,
            line_id=self.line(category).pk,
            items=(services.Item(title, day, amount),),
            slips=slips,
            **more,
        )
        return services.submit_claim(actor=self.world.actor("zhengyi", at), draft=told, at=at)

    def agree(self, claim: Claim, steps: int, days: float) -> None:
        """The first ``steps`` of those whom it lies with agree, not quite a day each."""
        for step in range(steps):
            asked = finance.asked_now(claim.pk)
            if asked is None:
                return
            at = min(self.ago(days) + timedelta(hours=20 * (step + 1)), self.at - timedelta(minutes=5))
            approvals.agree(actor=self.world.actor(self.logins[asked], at), matter_id=claim.pk, at=at)


def _numbers() -> Iterator[str]:
    return (f"264420000001{number:08d}" for number in range(10030517, 99999999, 7919))


def spend(world: World, at: datetime) -> None:
    """Half a year of the committee's office's money up to ``at``."""
    purse = Purse(world, at)
    _publish(purse)
    _budget(purse)
    for days, title, payee, category, yuan, steps in CLAIMS:
        _decide(purse, purse.claim(days, title, payee, category, yuan), steps, days)
    _advance(purse)
    _large(purse)
    for place, (days, yuan) in enumerate(SPLIT, 1):
        claim = purse.claim(days, f"门户网站维护（第{place}期）", "澜州蓝图网络", "project", yuan)
        purse.agree(claim, 2, days)
    _funds(purse)


def _publish(purse: Purse) -> None:
    leaders = [purse.world.person(login).staff_number for login in ("hewei", "chenli")]
    at = purse.ago(200)
    for path in sorted(ROUTES.glob("*.json")):
        spec = json.loads(path.read_text("utf-8"))
        if routes.routes().filter(name=spec["name"]).exists():
            continue
        for stage in spec["body"]:
            if stage["who"]["kind"] in ("unit_head", "principal", "in_charge"):
                stage |= {"on_empty": "named", "fallback": leaders}
        approvals.draft_route(actor=SYSTEM, spec=spec, organ_id=purse.organ.pk, at=at)
        approvals.publish_route(actor=SYSTEM, name=spec["name"], at=at)


def _budget(purse: Purse) -> None:
    keeper, organ_id = purse.world.actor("suyang", purse.at), purse.organ.pk
    for code, title, yuan, categories in LINES:
        services.enter_line(
            actor=keeper,
            organ_id=organ_id,
            year=local_day(purse.at).year,
            code=code,
            title=title,
            amount=Decimal(yuan),
            categories=categories,
            at=purse.ago(199),
        )
    services.set_threshold(
        actor=purse.world.actor("chenli", purse.at),
        organ_id=organ_id,
        kind="claim",
        amount=THRESHOLD,
        paper="大额资金使用管理办法（澜委办〔2026〕3号）",
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


def _large(purse: Purse) -> None:
    minutes = "中共澜州市委办公室主任办公会纪要\n应到9人，到会8人，赞成8人。同意支付督查平台二期款项。"
    day = purse.ago(36)
    reviewer = purse.world.actor("fangqing", day)
    kept = files.store(
        actor=reviewer, stream=BytesIO(minutes.encode()), name="办公会纪要（第9次）.txt", at=day
    )
    decision = services.record_decision(
        actor=reviewer,
        organ_id=purse.organ.pk,
        meeting="2026年第9次主任办公会",
        item="督查平台二期建设款",
        held_on=local_day(purse.ago(37)),
        entitled=9,
        present=8,
        in_favour=8,
        limit=Decimal(260000),
        evidence=kept,
        at=day,
    )
    whole = purse.claim(34, "督查平台二期首付款", "澜州智联科技", "project", 180000, decision_id=decision.pk)
    purse.agree(whole, 9, 34)
    purse.agree(purse.claim(8, "机房空调更新", "澜州恒信机电", "project", 78000), 2, 8)


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
            paper=f"澜委办函〔2026〕{days}号",
            at=purse.ago(days),
        )
        for place, (kind, amount) in enumerate(movements, 1):
            at = purse.ago(days - 20 * place)
            told: dict[str, Any] = {"amount": Decimal(amount), "on": local_day(at), "at": at}
            services.enter_movement(actor=keeper, fund_id=fund.pk, kind=kind, **told)
