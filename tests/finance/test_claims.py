"""A claim from hand-in to the books: budget bound and spent, invoices once, nobody in two seats, all faults at once."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from tests.finance.conftest import BOOKKEEPER, CASHIER, REVIEWER, Office, decide, draft, later
from tests.refusing import refused
from tests.world import AT, CHEN_LI, HE_WEI, LI_MIN
from zhongshu.approvals import services as approvals
from zhongshu.approvals.models import Approval
from zhongshu.finance import queries, services
from zhongshu.finance.models import BudgetLine, Claim, Invoice, Outlay
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Forbidden
from zhongshu.platform.journal import queries as journal

pytestmark = pytest.mark.django_db
Claimed = Callable[..., Claim]


def line() -> BudgetLine:
    return BudgetLine.objects.get()


def agree(office: Office, claim: Outlay, *names: str, start: int = 1) -> Approval:
    for hour, name in enumerate(names, start=start):
        approval = decide(office.actor(name), claim.pk, later(hour))
    return approval


def test_it_is_reviewed_approved_paid_and_booked_by_different_people(
    office: Office, claimed: Claimed
) -> None:
    claim = claimed()
    assert (line().reserved, line().spent) == (Decimal(800), Decimal(0))
    agree(office, claim, HE_WEI, REVIEWER)
    claim.refresh_from_db()
    assert claim.reviewed_at and claim.approved_at and not claim.paid_at
    agree(office, claim, CASHIER, start=5)
    claim.refresh_from_db()
    assert claim.paid_at and (line().reserved, line().spent) == (Decimal(0), Decimal(800))
    assert agree(office, claim, BOOKKEEPER, start=7).status == "approved"
    claim.refresh_from_db()
    assert len({claim.claimant_id, claim.paid_by_id, claim.booked_by_id}) == 3


def test_larger_sums_need_more_signatures(office: Office, claimed: Claimed) -> None:
    claim = claimed("30000")
    agree(office, claim, HE_WEI, REVIEWER)
    desks = {seat.person_id for seat in Approval.objects.get(pk=claim.pk).seats.filter(state="open")}
    assert desks == {office.people[CHEN_LI].pk}


def test_refused_the_budget_is_free_and_the_invoice_can_be_claimed_again(
    office: Office, claimed: Claimed
) -> None:
    claim = claimed()
    approvals.refuse(actor=office.actor(HE_WEI), matter_id=claim.pk, opinion="不符合规定", at=later(1))
    assert line().reserved == 0 and not Invoice.objects.get().live
    assert claimed(at=later(2)).pk != claim.pk


def test_the_same_invoice_is_not_claimed_twice(office: Office, claimed: Claimed) -> None:
    """F-07."""
    first = claimed()
    with refused("claim_has_faults") as no:
        claimed()
    assert first.matter.number in str(no.value.fields["slips"])


def test_all_faults_are_told_at_once(office: Office) -> None:
    """F-14."""
    wrong = draft("200000", title="", payee="", category="travel", slips=())
    with refused("claim_has_faults") as no:
        services.submit_claim(actor=office.actor(LI_MIN), draft=wrong, at=AT)
    assert set(no.value.fields) == {"title", "payee", "slips", "line_id", "basis_id"}
    assert not Claim.objects.exists()


def test_a_trip_is_approved_first(office: Office, claimed: Claimed) -> None:
    """F-09."""
    trip = approvals.submit(
        actor=office.actor(LI_MIN), route="trip", title="赴省里开会", body="",
        values={
            "place": "省城", "reason": "参加督查工作会议", "from_day": "2026-09-21", "until_day": "2026-09-22",
            "vehicle": "train", "estimate": "600",
        }, at=AT,
    )  # fmt: skip
    with refused("claim_has_faults", match="要改"):
        claimed(category="travel", basis_id=trip.pk)
    approvals.agree(actor=office.actor(HE_WEI), matter_id=trip.pk, at=later(1))
    approvals.agree(actor=office.actor(CHEN_LI), matter_id=trip.pk, at=later(2))
    assert claimed(category="travel", basis_id=trip.pk, at=later(3)).basis_id == trip.pk


def test_allowances_need_no_invoice(office: Office, claimed: Claimed) -> None:
    day = draft().items[0].spent_on
    items = (services.Item("伙食补助", day, Decimal(200), "board"),)
    assert claimed(items=items, slips=()).amount == Decimal(200)


def test_nobody_pays_what_he_claimed_nor_books_what_he_paid(office: Office, claimed: Claimed) -> None:
    """There is one cashier, and it is his claim: the paper waits for another one rather than for him."""
    claim = claimed(by=CASHIER)
    with refused("no_approver", match="出纳付款”没有人可以办理：能办的人已经在这份单据上“申请”过"):
        agree(office, claim, CHEN_LI, REVIEWER)


def test_a_claim_given_back_is_amended_and_bound_anew(office: Office, claimed: Claimed) -> None:
    claim = claimed()
    approvals.give_back(
        actor=office.actor(HE_WEI),
        matter_id=claim.pk,
        target="submit",
        straight=False,
        opinion="核减",
        at=later(1),
    )
    services.amend_claim(actor=office.actor(LI_MIN), matter_id=claim.pk, draft=draft("500"), at=later(2))
    assert line().reserved == Decimal(500)
    assert Approval.objects.get(pk=claim.pk).values["amount"] == "500.00"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"payee": "海陵市另一家公司"}, "收款人"),
        ({"payee_account": "6222000011112222"}, "收款账号"),
        ({"slips": (services.Slip("26442000000012345679", date(2026, 9, 10), Decimal(800)),)}, "发票"),
        ({"title": "购买打印耗材一批"}, ""),
    ],
)
def test_what_was_agreed_to_is_not_changed_on_the_straight_way_back(
    office: Office, claimed: Claimed, change: dict[str, object], told: str
) -> None:
    """The head of the section agreed; the reviewer sends it to the drafter and wants it straight back."""
    claim = claimed()
    agree(office, claim, HE_WEI)
    approvals.give_back(
        actor=office.actor(REVIEWER),
        matter_id=claim.pk,
        target="submit",
        straight=True,
        opinion="改",
        at=later(3),
    )
    services.amend_claim(actor=office.actor(LI_MIN), matter_id=claim.pk, draft=draft(**change), at=later(4))
    desks = {seat.person_id for seat in Approval.objects.get(pk=claim.pk).seats.filter(state="open")}
    assert desks == {office.people[HE_WEI if told else REVIEWER].pk}
    entry, *_before = journal.timeline(claim.matter.stream)
    again = [one["others"] for one in entry.facts.get("told", ()) if one["what"] == "walks_again"]
    assert again == ([[told]] if told else [])
    claim.matter.refresh_from_db()
    assert claim.matter.title == change.get("title", "购买打印耗材"), "what was put right stands on the paper"


def test_void_frees_the_budget_but_not_after_payment(office: Office, claimed: Claimed) -> None:
    claim = claimed()
    agree(office, claim, HE_WEI, REVIEWER, CASHIER)
    with refused("already_paid", match="款已付出"):
        approvals.void(actor=office.actor(LI_MIN), matter_id=claim.pk, reason="误报", at=later(9))
    other = claimed(number="26442000000099999999", at=later(10))
    approvals.void(actor=office.actor(LI_MIN), matter_id=other.pk, reason="误报", at=later(11))
    assert line().reserved == 0


class TestAdvance:
    def test_of_the_whole_line_is_settled_out_of_it(self, office: Office, claimed: Claimed) -> None:
        """What the advance has taken is not asked of the line a second time."""
        BudgetLine.objects.update(amount=1000)
        advance = claimed("1000", kind="advance", slips=())
        agree(office, advance, HE_WEI, REVIEWER, CASHIER, BOOKKEEPER)
        assert line().balance == 0
        claim = claimed("1000", advance_id=advance.pk, at=later(10))
        assert (line().reserved, line().balance) == (0, 0)
        agree(office, claim, HE_WEI, REVIEWER, CASHIER, start=11)
        assert (line().spent, line().reserved) == (1000, 0)

    def test_a_claim_beyond_its_advance_takes_only_the_rest(self, office: Office, claimed: Claimed) -> None:
        BudgetLine.objects.update(amount=1200)
        advance = claimed("1000", kind="advance", slips=())
        agree(office, advance, HE_WEI, REVIEWER, CASHIER, BOOKKEEPER)
        with refused("claim_has_faults", match="要改"):
            claimed("1201", advance_id=advance.pk, at=later(10))
        claim = claimed("1100", advance_id=advance.pk, at=later(10))
        assert line().reserved == 100
        approvals.void(actor=office.actor(LI_MIN), matter_id=claim.pk, reason="误报", at=later(11))
        assert (line().reserved, line().spent) == (0, 1000)

    def test_is_paid_settled_by_a_claim_and_the_rest_repaid(self, office: Office, claimed: Claimed) -> None:
        advance = claimed("1000", kind="advance", slips=())
        agree(office, advance, HE_WEI, REVIEWER, CASHIER, BOOKKEEPER)
        claim = claimed("700", advance_id=advance.pk, at=later(10))
        assert (claim.offset, claim.payable) == (Decimal(700), Decimal(0))
        agree(office, claim, HE_WEI, REVIEWER, CASHIER, start=11)
        advance.refresh_from_db()
        assert advance.unsettled == Decimal(300) and line().spent == Decimal(1000)
        services.repay_advance(
            actor=office.actor(CASHIER),
            matter_id=advance.pk,
            amount=Decimal(300),
            receipt="S-1",
            at=later(20),
        )
        assert not queries.advances_open(office.people[LI_MIN].pk).exists() and line().spent == Decimal(700)

    def test_of_somebody_else_is_not_settled(self, office: Office, claimed: Claimed) -> None:
        advance = claimed("1000", kind="advance", slips=())
        agree(office, advance, HE_WEI, REVIEWER, CASHIER, BOOKKEEPER)
        with refused("claim_has_faults") as no:
            claimed("700", by=HE_WEI, advance_id=advance.pk, at=later(10))
        assert "advance_id" in no.value.fields


def test_nothing_outside_the_budget(office: Office, claimed: Claimed) -> None:
    """F-05."""
    with refused("claim_has_faults") as no:
        claimed("100000.01")
    assert "余额" in str(no.value.fields["line_id"])


def test_a_stand_in_does_not_get_around_the_separation(office: Office, claimed: Claimed) -> None:
    claim = claimed()
    agree(office, claim, HE_WEI, REVIEWER)
    head, cashier = office.actor(HE_WEI), office.people[CASHIER]
    acting = Actor(
        **{**_fields(office.actor(CASHIER)), "person_id": head.person_id, "acting_for": cashier.pk}
    )
    with refused("powers_clash", Forbidden) as no:
        decide(acting, claim.pk, later(5))
    assert no.value.rule == "F-01"


def _fields(actor: Actor) -> dict[str, object]:
    return {name: getattr(actor, name) for name in Actor.__dataclass_fields__}
