"""The money of the demonstration is made through the services and gives everybody of the cast something to do."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from zhongshu.approvals.models import Seat
from zhongshu.cli.demo import money
from zhongshu.cli.demo.settle import settle
from zhongshu.cli.demo.world import World
from zhongshu.finance import queries
from zhongshu.finance.models import Claim, SplitFlag, Undertaking
from zhongshu.kernel.clock import now

pytestmark = pytest.mark.django_db


@pytest.fixture
def spent(settings: Any, tmp_path: Path) -> World:
    settings.FILES_ROOT = tmp_path / "files"
    settle(at=now() - timedelta(days=350), password="lanzhou-2026")
    world = World()
    money.spend(world, now())
    return world


def test_every_one_of_the_cast_has_something_to_do(spent: World) -> None:
    waiting = set(Seat.objects.filter(state="open").values_list("person__user__username", flat=True))
    assert {"wufan", "fangqing", "liuqing", "qinlan", "zhengyi", "hewei"} <= waiting


def test_claims_stand_in_every_state_and_rest_on_trip_meeting_advance_and_contract(spent: World) -> None:
    states = set(Claim.objects.values_list("matter__state", flat=True))
    assert {"running", "approved", "refused"} <= states
    for link in ("basis", "advance", "contract", "decision"):
        assert Claim.objects.filter(**{f"{link}__isnull": False}).exists(), link
    assert Claim.objects.filter(approved_at__isnull=False, paid_at__isnull=True).exists()
    assert Claim.objects.filter(paid_at__isnull=False, booked_at__isnull=True).exists()


def test_the_auditor_has_a_chain_a_gap_and_two_suspicions_to_look_at(spent: World) -> None:
    auditor = spent.actor("shenjing", now())
    large = queries.outlays_of(queries.large(auditor, date(2020, 1, 1)))
    assert {one.kind for one in large} >= {"claim", "contract", "project"}
    assert any(one.decision_id is None for one in large)
    assert set(SplitFlag.objects.values_list("payee", flat=True)) == {"澜州蓝图网络"}
    assert SplitFlag.objects.filter(matter__kind="contract").exists()
    paid = Undertaking.objects.get(matter__title="督查平台二期开发合同")
    assert queries.bound_by(paid) <= paid.amount
