"""Whoever makes claims, contracts and papers of the demonstration, and those who decide them in turn."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

from zhongshu.approvals import services as approvals
from zhongshu.approvals.grammar import Power
from zhongshu.approvals.models import Approval
from zhongshu.cli.demo.world import World
from zhongshu.finance import queries as finance
from zhongshu.finance import services
from zhongshu.finance.models import BudgetLine, Claim, PayWay, Undertaking
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.platform.files import services as files
from zhongshu.platform.files.models import File


class Purse:
    """Claims made as the people of the office make them."""

    def __init__(self, world: World, at: datetime) -> None:
        self.world, self.at, self.numbers = world, at, _numbers()
        self.organ = world.units["lz"]
        self.logins = {person.pk: login for login, person in world.people.items()}

    def ago(self, days: float) -> datetime:
        return self.at - timedelta(days=days)

    def line(self, category: str, year: int) -> BudgetLine:
        """The line of a year that serves ``category``."""
        rows = BudgetLine.objects.filter(organ=self.organ, year=year)
        return next(one for one in rows if category in one.categories)

    def claim(self, days: float, title: str, payee: str, category: str, yuan: int, **more: Any) -> Claim:
        """One of 郑逸's, with one item and one invoice unless ``more`` says otherwise."""
        at, amount = self.ago(days), Decimal(yuan)
        day = local_day(at)
        given: dict[str, Any] = {"items": (services.Item(title, day, amount),), "slips": ()}
        if more.get("kind") != "advance":
            given["slips"] = (services.Slip(next(self.numbers), day, amount, seller=payee),)
        line_id = self.line(category, day.year).pk
        told = services.Draft(
            title=title, payee=payee, category=category, line_id=line_id, **{**given, **more}
        )
        return services.submit_claim(actor=self.world.actor("zhengyi", at), draft=told, at=at)

    def agree(self, paper: Claim | Undertaking | Approval, steps: int, days: float) -> None:
        """The first ``steps`` of those whom it lies with agree, not quite a day each."""
        for step in range(steps):
            if finance.asked_now(paper.pk) is None:
                return
            at = min(self.ago(days) + timedelta(hours=20 * (step + 1)), self.at - timedelta(minutes=5))
            self._decide(paper, at)

    def _decide(self, paper: Claim | Undertaking | Approval, at: datetime) -> None:
        """Who is asked agrees; the cashier pays, and the bookkeeper books."""
        actor = self.asked(paper)
        common: dict[str, Any] = {"actor": actor, "matter_id": paper.pk, "at": at}
        power = finance.asked_power(actor, paper.pk)
        if power == Power.PAY:
            nothing = isinstance(paper, Claim) and paper.payable == 0
            slip = "" if nothing else f"{at:%m%d}{paper.pk % 10000:04d}"
            services.pay_claim(way=PayWay.OFFSET if nothing else PayWay.TRANSFER, proof=slip, **common)
        elif power == Power.BOOK:
            services.book_claim(voucher=f"记-{at:%Y-%m}-{paper.pk % 1000:03d}", **common)
        else:
            approvals.agree(**common)

    def asked(self, paper: Claim | Undertaking | Approval) -> Actor:
        """The first of those who are asked about it now."""
        return self.world.actor(self.logins[finance.asked_now(paper.pk) or 0], self.at)

    def paper(self, days: float, name: str, text: str) -> File:
        """A file that 方晴 puts away."""
        at = self.ago(days)
        actor = self.world.actor("fangqing", at)
        return files.store(actor=actor, stream=BytesIO(text.encode()), name=name, at=at)


def _numbers() -> Iterator[str]:
    return (f"264420000001{number:08d}" for number in range(10030517, 99999999, 7919))
