"""Paying and booking: with proof, in its own step, and cash only for small sums (F-08)."""

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from tests.finance.conftest import BOOKKEEPER, CASHIER, REVIEWER, Office, decided, later
from tests.finance.test_claims import agree
from tests.refusing import refused, untouched
from tests.world import HE_WEI
from zhongshu.approvals import services as approvals
from zhongshu.finance import rules, services
from zhongshu.finance.models import BudgetLine, Claim
from zhongshu.kernel.refusals import Conflict, Forbidden, Refusal
from zhongshu.platform.journal.models import Entry

pytestmark = pytest.mark.django_db
Claimed = Callable[..., Claim]


def paid(office: Office, claim: Claim, by: str = CASHIER, **how: str) -> object:
    given = {"way": "transfer", "proof": "回单 7", **how}
    return services.pay_claim(actor=office.actor(by), matter_id=claim.pk, at=later(9), **given)


@pytest.fixture
def approved(office: Office, claimed: Claimed) -> Callable[..., Claim]:
    def claim(yuan: str = "800", **more: object) -> Claim:
        made = claimed(yuan, **more)
        agree(office, made, HE_WEI, REVIEWER)
        return made

    return claim


def test_it_says_how_it_was_paid_and_where_it_stands_in_the_books(
    office: Office, approved: Callable[..., Claim]
) -> None:
    claim = approved()
    paid(office, claim)
    services.book_claim(actor=office.actor(BOOKKEEPER), matter_id=claim.pk, voucher=" 记-12 ", at=later(10))
    claim.refresh_from_db()
    assert (claim.pay_way, claim.pay_proof, claim.voucher) == ("transfer", "回单 7", "记-12")
    written = {one.verb: json.loads(one.data) for one in Entry.objects.filter(stream=claim.matter.stream)}
    assert written["finance.claim_paid"] == {"way": "transfer", "proof": "回单 7", "amount": "800.00"}
    assert written["finance.claim_booked"] == {"voucher": "记-12"}


def test_nothing_is_paid_or_booked_without_proof(office: Office, approved: Callable[..., Claim]) -> None:
    claim = approved()
    with pytest.raises(Refusal) as no:
        paid(office, claim, proof=" ")
    assert "proof" in no.value.fields
    with pytest.raises(Conflict, match="凭据号"):
        approvals.agree(actor=office.actor(CASHIER), matter_id=claim.pk, at=later(9))
    paid(office, claim)
    with pytest.raises(Conflict, match="凭证号"):
        approvals.agree(actor=office.actor(BOOKKEEPER), matter_id=claim.pk, at=later(10))
    with pytest.raises(Refusal) as no:
        services.book_claim(actor=office.actor(BOOKKEEPER), matter_id=claim.pk, voucher="", at=later(10))
    assert "voucher" in no.value.fields


def test_each_only_in_its_own_step_and_by_whom_it_lies_with(
    office: Office, approved: Callable[..., Claim]
) -> None:
    claim = approved()
    with pytest.raises(Forbidden):
        paid(office, claim, by=HE_WEI)
    with pytest.raises(Conflict):
        services.book_claim(actor=office.actor(CASHIER), matter_id=claim.pk, voucher="1", at=later(9))
    claim.refresh_from_db()
    assert (claim.pay_way, claim.voucher, claim.paid_at) == ("", "", None)


@pytest.mark.parametrize(("yuan", "goes"), [("1000", True), ("1000.01", False)])
def test_cash_ends_at_the_limit(
    office: Office, approved: Callable[..., Claim], yuan: str, goes: bool
) -> None:
    """F-08."""
    claim = approved(yuan)
    if goes:
        paid(office, claim, way="cash")
    else:
        with pytest.raises(Refusal) as no:
            paid(office, claim, way="cash")
        assert no.value.rule == "F-08"
    claim.refresh_from_db()
    assert bool(claim.paid_at) is goes


def test_what_a_traveller_has_on_him_is_a_listed_use() -> None:
    """F-08."""
    assert rules.F_08_cash(Decimal(3000), "travel")
    assert not rules.F_08_cash(Decimal(3000), "office")


class TestAdvance:
    @pytest.fixture
    def advance(self, office: Office, claimed: Claimed) -> Claim:
        made = claimed("900", kind="advance", slips=())
        agree(office, made, HE_WEI, REVIEWER, CASHIER, BOOKKEEPER)
        return made

    def test_cash_that_comes_back_goes_to_the_bank_first(self, office: Office, advance: Claim) -> None:
        """F-08."""
        back = {"matter_id": advance.pk, "amount": Decimal(100), "receipt": "0007", "way": "cash"}
        with pytest.raises(Refusal) as no:
            services.repay_advance(actor=office.actor(CASHIER), at=later(9), **back)
        assert no.value.rule == "F-08"
        done = services.repay_advance(actor=office.actor(CASHIER), deposit="缴 3", at=later(9), **back)
        assert done.settled == Decimal(100)

    def test_what_an_advance_covers_is_not_paid_again(
        self, office: Office, advance: Claim, approved: Callable[..., Claim]
    ) -> None:
        claim = approved("900", advance_id=advance.pk)
        with pytest.raises(Refusal) as no:
            paid(office, claim)
        assert "way" in no.value.fields
        paid(office, claim, way="offset", proof="")
        advance.refresh_from_db()
        assert advance.unsettled == 0


def test_a_paid_claim_is_not_paid_again_when_it_comes_back(
    office: Office, approved: Callable[..., Claim]
) -> None:
    """F-01: after payment the sum is what it is; nobody amends what has been paid."""
    claim = approved()
    paid(office, claim)
    back = {"actor": office.actor(BOOKKEEPER), "matter_id": claim.pk, "straight": False, "opinion": "错"}
    for target in ("submit", "head", "review"):
        with pytest.raises(Conflict, match="款已付出"):
            approvals.give_back(target=target, at=later(10), **back)
    approvals.give_back(target="pay", at=later(11), **back)
    paid(office, claim, proof="回单 8")
    line = BudgetLine.objects.get()
    assert (line.reserved, line.spent) == (Decimal(0), Decimal(800))
    claim.refresh_from_db()
    assert (claim.amount, claim.pay_proof) == (Decimal(800), "回单 8")


def test_what_was_paid_keeps_the_decision_it_went_by(office: Office, approved: Callable[..., Claim]) -> None:
    """M-15: what is decided comes first; nothing is put right afterwards by another meeting."""
    claim = approved()
    first, other = decided(office), decided(office)
    link: dict[str, Any] = {"actor": office.actor(REVIEWER), "matter_id": claim.pk}
    services.link_decision(**link, decision_id=first.pk, at=later(8))
    paid(office, claim)
    with untouched(), refused("decided_too_late", match="已付出") as no:
        services.link_decision(**link, decision_id=other.pk, at=later(10))
    claim.refresh_from_db()
    assert (claim.decision_id, no.value.rule) == (first.pk, "M-15")
