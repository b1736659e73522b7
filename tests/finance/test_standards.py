"""What trips, meetings and receptions may cost (F-09, F-10, F-11), measured by what was approved beforehand."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest

from tests.finance.conftest import Office, later
from tests.world import AT, HE_WEI, LI_MIN
from zhongshu.approvals import queries as papers
from zhongshu.approvals import services as approvals
from zhongshu.finance import queries, rules, services
from zhongshu.finance.models import Claim
from zhongshu.kernel.refusals import Refusal
from zhongshu.platform.files import services as files

pytestmark = pytest.mark.django_db
Claimed = Callable[..., Claim]
DAY = date(2026, 9, 1)


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Any) -> None:
    settings.FILES_ROOT = tmp_path / "files"


TRIP = {
    "place": "省城", "reason": "开会", "from_day": "2026-09-01", "until_day": "2026-09-03", "vehicle": "train",
    "estimate": "600",
}  # fmt: skip
MEETING = {"name": "推进会", "day": "2026-09-01", "people": "80", "level": "third", "estimate": "1000"}


def approved(office: Office, route: str, values: dict[str, str]) -> int:
    paper = approvals.submit(
        actor=office.actor(LI_MIN), route=route, title="事前审批", body="", values=values, at=AT
    )
    names = {person.pk: name for name, person in office.people.items()}
    while (asked := queries.asked_now(paper.pk)) is not None:
        approvals.agree(actor=office.actor(names[asked]), matter_id=paper.pk, at=later(1))
    assert papers.get(office.actor(LI_MIN), paper.pk).status == "approved"
    return paper.pk


def item(kind: str, yuan: str, note: str = "省城三天") -> services.Item:
    return services.Item(note, DAY, Decimal(yuan), kind)


def faults(claimed: Claimed, **more: Any) -> dict[str, object]:
    with pytest.raises(Refusal) as no:
        claimed(at=later(2), **more)
    return dict(no.value.fields)


def filed(office: Office, name: str) -> Any:
    return files.store(actor=office.actor(LI_MIN), stream=BytesIO(name.encode()), name=f"{name}.txt", at=AT)


class TestTrip:
    """F-09: three days at 80 and 100 yuan."""

    @pytest.fixture
    def trip(self, office: Office) -> int:
        return approved(office, "trip", TRIP)

    def test_allowances_of_every_day_and_no_more(self, claimed: Claimed, trip: int) -> None:
        items = (item("board", "300"), item("local_transport", "240"))
        made = claimed(category="travel", basis_id=trip, items=items, slips=(), at=later(2))
        assert made.amount == Decimal(540)

    def test_beyond_the_standard(self, claimed: Claimed, trip: int) -> None:
        items = (item("board", "300.01"), item("local_transport", "240.01"))
        told = faults(claimed, category="travel", basis_id=trip, items=items, slips=())
        assert "300.00" in str(told["items"]) and "240.00" in str(told["items"])

    def test_a_second_claim_of_the_same_trip_gets_the_rest_only(self, claimed: Claimed, trip: int) -> None:
        claimed(category="travel", basis_id=trip, items=(item("board", "200"),), slips=(), at=later(2))
        told = faults(claimed, category="travel", basis_id=trip, items=(item("board", "101"),), slips=())
        assert "301.00" in str(told["items"])


class TestMeeting:
    """F-10."""

    def test_costs_no_more_than_was_approved_in_all_its_claims(
        self, office: Office, claimed: Claimed
    ) -> None:
        basis = approved(office, "meeting", MEETING)
        papers_of = tuple(filed(office, name) for name in ("通知", "日程", "签到表"))
        given = {"category": "meeting", "basis_id": basis, "files": papers_of}
        claimed("600", at=later(2), **given)
        told = faults(claimed, yuan="400.01", number="26442000000000000009", **given)
        assert "1,000.00" in str(told["basis_id"])
        assert claimed("400", number="26442000000000000009", at=later(2), **given).pk

    @pytest.mark.parametrize("category", ["meeting", "reception"])
    def test_gifts_are_never_paid(self, claimed: Claimed, category: str) -> None:
        """F-11."""
        told = faults(claimed, category=category, items=(item("general", "800", "会议纪念品"),))
        assert "纪念品" in str(told["items"])
        assert rules.F_11_never_paid("会议材料印刷")


def test_a_post_of_money_is_held_for_some_years() -> None:
    """F-04: a warning on the map of duties."""
    assert not rules.F_04_rotation_due(date(2021, 9, 1), date(2026, 9, 1))
    assert rules.F_04_rotation_due(date(2021, 8, 31), date(2026, 9, 1))


def test_what_was_signed_for_is_what_is_paid(office: Office, claimed: Claimed) -> None:
    """F-06: sum and category choose who signs, so nobody changes them on the way."""
    claim = claimed()
    paper = papers.get(office.actor(LI_MIN), claim.pk)
    paper.values = {**paper.values, "amount": "80.00"}
    paper.save(update_fields=["values"])
    with pytest.raises(Refusal) as no:
        approvals.agree(actor=office.actor(HE_WEI), matter_id=claim.pk, at=later(1))
    assert no.value.rule == "F-06"
