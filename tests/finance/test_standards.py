"""Trips and meetings: approved before they begin, by who made them, and what they may cost (F-09, F-10, F-11)."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse

from tests.finance.conftest import DEPUTY, Office, later
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


BEFORE = datetime(2026, 8, 25, 1, tzinfo=UTC)


def approved(
    office: Office,
    route: str,
    values: dict[str, str],
    *,
    by: str = LI_MIN,
    to: str = "",
    at: datetime = BEFORE,
) -> int:
    paper = approvals.submit(
        actor=office.actor(by), route=route, title="事前审批", body="", values=values, at=at
    )
    if to:
        approvals.copy(actor=office.actor(by), matter_id=paper.pk, person_ids=[office.people[to].pk], at=at)
    names = {person.pk: name for name, person in office.people.items()}
    while (asked := queries.asked_now(paper.pk)) is not None:
        approvals.agree(actor=office.actor(names[asked]), matter_id=paper.pk, at=at + timedelta(hours=1))
    assert papers.get(office.actor(by), paper.pk).status == "approved"
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


BOARD: dict[str, Any] = {"category": "travel", "items": (item("board", "100"),), "slips": ()}
WHY = "省里当天下午通知，已向何伟口头报告"


@pytest.mark.parametrize(
    ("days", "why", "passes"),
    [(-1, "", True), (0, "", True), (1, "", False), (1, " ", False), (1, WHY, True)],
)
def test_what_counts_as_beforehand(days: int, why: str, passes: bool) -> None:
    """F-09."""
    verdict = rules.F_09_beforehand(DAY + timedelta(days=days), DAY, why, "F-10")
    assert bool(verdict) == passes and verdict.rule in ("", "F-10")


@pytest.mark.parametrize(
    ("companions", "passes"),
    [("李敏", True), ("陈立、李 敏", True), ("陈立 李敏", True), ("李敏敏", False), ("", False)],
)
def test_who_went_along(companions: str, passes: bool) -> None:
    """F-09."""
    assert bool(rules.F_09_traveller("李敏", False, companions)) == passes


class TestApprovedAfterwards:
    @pytest.mark.parametrize(
        ("route", "form", "category"), [("trip", TRIP, "travel"), ("meeting", MEETING, "meeting")]
    )
    def test_is_no_basis(
        self, office: Office, claimed: Claimed, route: str, form: dict[str, str], category: str
    ) -> None:
        paper = approved(office, route, form, at=AT)
        told = faults(claimed, category=category, basis_id=paper)
        assert "2026-09-18 才批准，2026-09-01 就已经开始" in str(told["basis_id"])

    def test_is_one_with_its_reason_which_stands_on_the_claim(self, seated: Office, claimed: Claimed) -> None:
        paper = approved(seated, "trip", TRIP | {"why_late": WHY}, at=AT)
        made = claimed(basis_id=paper, at=later(2), **BOARD)
        page = seated.client(LI_MIN).get(reverse("finance:claim", args=[made.pk])).content.decode()
        assert f"事后补办：{WHY}" in page

    def test_a_meeting_in_time_is_one(self, office: Office, claimed: Claimed) -> None:
        paper = approved(office, "meeting", MEETING)
        files = tuple(filed(office, name) for name in ("通知", "日程", "签到表"))
        assert claimed(category="meeting", basis_id=paper, files=files).basis_id == paper


class TestTravellers:
    """李敏 claims for a trip that was approved for 苏阳, who drafted it."""

    def paper(self, office: Office, **form: str) -> int:
        return approved(office, "trip", TRIP | form, by=DEPUTY, to=LI_MIN)

    def test_of_a_colleague_is_none_of_his(self, office: Office, claimed: Claimed) -> None:
        told = faults(claimed, basis_id=self.paper(office, companions=HE_WEI), **BOARD)
        assert "同行人员" in str(told["basis_id"])

    def test_on_which_he_went_along_is_offered_and_taken(self, office: Office, claimed: Claimed) -> None:
        paper = self.paper(office, companions=f"{HE_WEI}、{LI_MIN}")
        assert [one for one, _words in queries.bases(office.actor(LI_MIN))] == [paper]
        assert claimed(basis_id=paper, at=later(2), **BOARD).basis_id == paper
