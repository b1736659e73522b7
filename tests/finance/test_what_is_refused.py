"""What the registers of money refuse, told by code; nothing is entered then."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.finance.conftest import DEPUTY, Office, decided
from tests.finance.test_undertakings import approved, handed_in, signed
from tests.refusing import refused, untouched
from tests.world import AT, CHEN_LI, LI_MIN, SUN_YAO
from zhongshu.finance import queries, services
from zhongshu.finance.models import Claim, FundApplication, Threshold
from zhongshu.kernel.refusals import Conflict, NotFound, Refusal

pytestmark = pytest.mark.django_db
Deed = Callable[[Office], Any]
TODAY = AT.date()
TOMORROW = TODAY + timedelta(days=1)


def line(office: Office, code: str = "30202", amount: int = 5000) -> Any:
    return services.enter_line(
        actor=office.actor(DEPUTY), organ_id=office.organ.pk, year=2026, code=code, title="印刷费",
        amount=Decimal(amount), at=AT,
    )  # fmt: skip


def adjusted(office: Office, line_id: int, reason: str) -> Any:
    return services.adjust_line(
        actor=office.actor(DEPUTY), line_id=line_id, amount=Decimal(90000), reason=reason, at=AT
    )


def threshold(office: Office, amount: int = 10000, since: date = TODAY, paper: str = "3号文") -> Threshold:
    return services.set_threshold(
        actor=office.actor(CHEN_LI), organ_id=office.organ.pk, kind="claim", amount=Decimal(amount),
        paper=paper, valid_from=since, at=AT,
    )  # fmt: skip


def fund(office: Office, asked: int = 500000, on: date = date(2026, 3, 1)) -> FundApplication:
    return services.enter_fund(
        actor=office.actor(DEPUTY), unit_id=office.organ.pk, project="智慧督查平台", asked_of="省财政厅",
        asked=Decimal(asked), asked_on=on, at=AT,
    )  # fmt: skip


def moved(office: Office, one: FundApplication, kind: str, amount: int, on: date = TODAY) -> Any:
    return services.enter_movement(
        actor=office.actor(DEPUTY), fund_id=one.pk, kind=kind, amount=Decimal(amount), on=on, at=AT
    )


def closed(office: Office, one: FundApplication, note: str = "已下达。") -> FundApplication:
    return services.close_fund(actor=office.actor(DEPUTY), fund_id=one.pk, note=note, at=AT)


REFUSED: list[tuple[str, type[Refusal], Deed]] = [
    ("negative", Refusal, lambda office: line(office, amount=-1)),
    ("line_exists", Conflict, lambda office: line(office, " 30201 ")),
    ("no_reason", Refusal, lambda office: adjusted(office, office.line().pk, "  ")),
    ("no_such_line", NotFound, lambda office: adjusted(office, 0, "调剂通知")),
    ("no_such_line", NotFound, lambda office: queries.line(office.actor(SUN_YAO), office.line().pk)),
    ("no_paper", Refusal, lambda office: threshold(office, paper=" ")),
    ("for_days_past", Refusal, lambda office: threshold(office, since=TODAY - timedelta(days=1))),
    ("not_positive", Refusal, lambda office: threshold(office, amount=0)),
    ("not_positive", Refusal, lambda office: fund(office, asked=0)),
    ("in_the_future", Refusal, lambda office: fund(office, on=TOMORROW)),
    ("votes_do_not_add_up", Refusal, lambda office: decided(office, present=10)),
    ("votes_do_not_add_up", Refusal, lambda office: decided(office, in_favour=9)),
    ("votes_do_not_add_up", Refusal, lambda office: decided(office, entitled=0, present=0, in_favour=0)),
]


@pytest.mark.parametrize(
    ("code", "kind", "deed"), REFUSED, ids=[f"{n}-{one[0]}" for n, one in enumerate(REFUSED)]
)
def test_is_refused_and_enters_nothing(office: Office, code: str, kind: type[Refusal], deed: Deed) -> None:
    before = queries.line(office.actor(DEPUTY), office.line().pk).amount
    with refused(code, kind) as caught:
        deed(office)
    assert str(caught.value)
    assert office.line().amount == before
    assert not Threshold.objects.exists() and not FundApplication.objects.exists()


def test_a_meeting_still_to_come_decides_nothing(office: Office) -> None:
    with refused("not_held_yet"):
        decided(office, on=date(2099, 1, 1))


def test_one_day_has_one_threshold(office: Office) -> None:
    threshold(office)
    with untouched(), refused("threshold_exists", Conflict):
        threshold(office, 20000)
    assert threshold(office, 20000, TOMORROW).amount == 20000


class TestFunds:
    @pytest.mark.parametrize(
        ("amount", "day"), [(0, TODAY), (-5, TODAY), (5, TOMORROW), (5, date(2026, 2, 28))]
    )
    def test_a_sum_moves_between_the_asking_and_today(self, office: Office, amount: int, day: date) -> None:
        one = fund(office)
        with untouched(), refused("no_such_movement"):
            moved(office, one, "granted", amount, day)

    def test_a_closed_one_stays_closed(self, office: Office) -> None:
        one = fund(office)
        with untouched(), refused("no_reason"):
            closed(office, one, " ")
        closed(office, one)
        for deed in (lambda: closed(office, one), lambda: moved(office, one, "granted", 5)):
            with untouched(), refused("fund_is_closed", Conflict):
                deed()

    def test_another_organ_knows_nothing_of_it(self, office: Office) -> None:
        with refused("no_such_fund", NotFound):
            queries.fund(office.actor(SUN_YAO), fund(office).pk)

    @settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        moves=st.lists(
            st.tuples(st.sampled_from(["granted", "received", "used"]), st.integers(1, 9)), max_size=12
        )
    )
    def test_whatever_is_entered_no_more_is_used_than_received_than_granted(
        self, office: Office, moves: list[tuple[str, int]]
    ) -> None:
        one = fund(office)
        sums = {"granted": 0, "received": 0, "used": 0}
        above = {"granted": "granted", "received": "granted", "used": "received"}
        for kind, amount in moves:
            if kind != "granted" and sums[kind] + amount > sums[above[kind]]:
                with refused("more_than_there_was"):
                    moved(office, one, kind, amount)
            else:
                moved(office, one, kind, amount)
                sums[kind] += amount
        kept = {kind: sum(row.amount for row in one.movements.filter(kind=kind)) for kind in sums}
        assert kept == sums
        assert kept["used"] <= kept["received"] <= kept["granted"]


class TestContracts:
    def test_is_signed_once_and_accepted_with_words(self, office: Office) -> None:
        one = signed(office)
        again: dict[str, Any] = {
            "actor": office.actor(LI_MIN),
            "matter_id": one.pk,
            "at": AT + timedelta(days=1),
        }
        with untouched(), refused("signed_already", Conflict):
            services.sign_contract(**again, signed_on=TODAY)
        finding: dict[str, Any] = {**again, "actor": office.actor(CHEN_LI), "accepted_on": TODAY}
        with untouched(), refused("no_finding") as caught:
            services.accept_undertaking(**finding, acceptance="\u3000")
        assert "acceptance" in caught.value.fields
        services.accept_undertaking(**finding, acceptance="验收合格。")
        with untouched(), refused("nothing_to_accept", Conflict):
            services.accept_undertaking(**finding, acceptance="再验一遍。")

    def test_is_not_signed_before_approval_nor_seen_by_others(self, office: Office) -> None:
        one = handed_in(office)
        with untouched(), refused("not_approved", Conflict):
            services.sign_contract(actor=office.actor(LI_MIN), matter_id=one.pk, signed_on=TODAY, at=AT)
        with refused("no_such_matter", NotFound):
            services.sign_contract(actor=office.actor(SUN_YAO), matter_id=one.pk, signed_on=TODAY, at=AT)
        assert approved(office, one).approved_at is not None

    def test_is_no_claim_and_a_claim_no_contract(self, office: Office, claimed: Callable[..., Claim]) -> None:
        contract, claim = handed_in(office), claimed()
        with refused("no_such_claim", NotFound):
            queries.claim(office.actor(LI_MIN), contract.pk)
        with refused("no_such_undertaking", NotFound):
            queries.undertaking(office.actor(LI_MIN), claim.pk)
