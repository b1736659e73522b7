"""No page of money asks the database more often because there is more to show."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.finance.conftest import DEPUTY, REVIEWER, Office, decide, decided, draft, sent
from tests.world import CHEN_LI, HE_WEI, LI_MIN, SHEN_JING
from zhongshu.approvals.grammar import Power
from zhongshu.approvals.models import Seat, SeatState
from zhongshu.finance import services
from zhongshu.finance.models import BudgetLine, Claim, Undertaking
from zhongshu.finance.queries import asked_power
from zhongshu.kernel.clock import local_day, now
from zhongshu.matters.models import Matter

pytestmark = pytest.mark.django_db
PAGES = {
    "finance:claims": 8,
    "finance:undertakings": 9,
    "finance:budget": 7,
    "finance:ageing": 16,
    "finance:funds": 9,
    "finance:large": 17,  # one for the supervised matters
}


class Full:
    """The office with more and more of everything."""

    def __init__(self, office: Office) -> None:
        self.office, self.number = office, 0
        BudgetLine.objects.update(year=local_day(now()).year, amount=Decimal(9_000_000))
        services.set_threshold(
            actor=office.actor(CHEN_LI), organ_id=office.organ.pk, kind="claim", amount=Decimal(500), paper="办法",
            valid_from=local_day(now()), at=now(),
        )  # fmt: skip

    def add(self, many: int) -> None:
        for _ in range(many):
            self.number += 1
            self._claim()
            self._contract()
            self._fund()
            decided(self.office, on=local_day(now()))

    def _claim(self) -> None:
        today, number = local_day(now()), f"264420000000{self.number:08d}"
        items = (services.Item("硒鼓", today, Decimal(800)),)
        slips = (services.Slip(number, today, Decimal(800)),)
        told = draft(items=items, slips=slips, payee=f"第{self.number}家")
        services.submit_claim(actor=self.office.actor(LI_MIN), draft=told, at=now())

    def _contract(self) -> None:
        today = local_day(now())
        plan = services.Plan(
            kind="contract", title="维护", party=f"第{self.number}家", amount=Decimal(1000), starts_on=today,
            ends_on=today + timedelta(days=30),
        )  # fmt: skip
        services.submit_undertaking(actor=self.office.actor(LI_MIN), plan=plan, at=now())

    def _fund(self) -> None:
        services.enter_fund(
            actor=self.office.actor(DEPUTY), unit_id=self.office.organ.pk, project="平台", asked_of="省财政厅",
            asked=Decimal(5), asked_on=local_day(now()), at=now(),
        )  # fmt: skip


@pytest.fixture
def full(seated: Office, settings: object, tmp_path: object) -> Full:
    settings.FILES_ROOT = tmp_path / "files"  # type: ignore[attr-defined, operator]
    made = Full(seated)
    made.add(2)
    return made


def asked(client: Client, name: str, **query: str) -> int:
    client.get(reverse(name), query)  # what is remembered between requests is remembered now
    with CaptureQueriesContext(connection) as seen:
        assert client.get(reverse(name), query).status_code == 200
    return len(seen)


@pytest.mark.parametrize("name", PAGES)
def test_more_rows_ask_no_more(full: Full, name: str) -> None:
    client, query = full.office.world.client(SHEN_JING), {"box": "all"}
    few = asked(client, name, **query)
    full.add(8)
    many = asked(client, name, **query)
    assert many <= few
    assert many <= PAGES[name]


def of_a_claim() -> tuple[str, int]:
    return "finance:claim", Claim.objects.earliest("pk").pk


def of_a_contract() -> tuple[str, int]:
    return "finance:undertaking", Undertaking.objects.earliest("pk").pk


@pytest.mark.parametrize("which", [of_a_claim, of_a_contract])
def test_a_page_of_one_asks_a_bounded_number_of_times(
    full: Full, which: Callable[[], tuple[str, int]]
) -> None:
    name, pk = which()
    client = full.office.world.client(SHEN_JING)
    address = reverse(name, args=[pk])
    client.get(address)
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    assert len(seen) <= 26


def test_a_page_says_what_would_be_refused_without_asking_for_the_same_twice(seated: Office) -> None:
    claim, took = sent(seated), list[int]()
    address = reverse("finance:claim", args=[claim.pk])
    while seat := Seat.objects.filter(approval_id=claim.pk, state=SeatState.OPEN).first():
        client = seated.client(seat.person.name)
        client.get(address)
        with CaptureQueriesContext(connection) as seen:
            assert client.get(address).status_code == 200
        told = [one["sql"] for one in seen.captured_queries]
        looks = [sql for sql in told if "edition" not in sql and "pg_advisory" not in sql]
        took.append(len(looks))
        decide(seated.actor(seat.person.name), claim.pk, at=now())
    assert len(took) == 4 and max(took) <= 23, "beside what is asked of the editions that memory keeps"
    assert sum('FROM "approvals_seat"' in sql for sql in looks) == 1, "the walk is read once"


@pytest.mark.parametrize("name", ["finance:claims", "finance:undertakings", "finance:funds", "finance:large"])
def test_long_lists_turn_forth_and_back(full: Full, name: str) -> None:
    full.add(26)
    client = full.office.world.client(SHEN_JING)
    first = client.get(reverse(name), {"box": "all"}).content.decode()
    after = first.split("after=")[1].split("&")[0].split('"')[0]
    second = client.get(f"{reverse(name)}?box=all&after={after}").content.decode()
    assert "上一页" in second
    assert "before=" in second


def test_many_ticked_claims_are_looked_at_together(full: Full) -> None:
    """Why each would be refused (a large sum without a decision) is told before the press, read once for all."""
    reviewer, url = full.office.client(REVIEWER), reverse("approvals:agreements")
    counts = []
    for more in (2, 6):
        full.add(more)
        for paper in [*Claim.objects.all(), *Undertaking.objects.all()]:
            if asked_power(full.office.actor(HE_WEI), paper.pk) == Power.APPROVE:
                decide(full.office.actor(HE_WEI), paper.pk, now())
        ticked = {
            "ref": list(Matter.objects.filter(kind__in=("claim", "contract")).values_list("pk", flat=True))
        }
        for _warm in range(2):
            with CaptureQueriesContext(connection) as seen:
                told = reviewer.post(url, ticked).content.decode()
        counts.append(len(seen))
    assert "关联会议决定" in told and f"勾选了 {len(ticked['ref'])} 份" in told
    assert counts[0] == counts[1]
