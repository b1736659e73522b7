"""What an office expects of money, promise by promise; each would be the first question of an auditor."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from tests.finance.conftest import BOOKKEEPER, CASHIER, REVIEWER, Office, decide, decided, draft, later
from tests.finance.test_claims import agree, line
from tests.refusing import refused
from tests.world import AT, CHEN_LI, FOUNDED, HE_WEI, LI_MIN
from zhongshu.approvals import services as approvals
from zhongshu.approvals.models import Seat
from zhongshu.finance import queries, services
from zhongshu.finance.models import Claim
from zhongshu.kernel.refusals import Refusal
from zhongshu.org.models import Appointment, Post

pytestmark = pytest.mark.django_db
Claimed = Callable[..., Claim]
INVOICE = "26442000000012345678"


def test_several_items_settle_an_advance_and_only_the_rest_is_paid(office: Office, claimed: Claimed) -> None:
    advance = claimed("1000", kind="advance", slips=())
    agree(office, advance, HE_WEI, REVIEWER, CASHIER, BOOKKEEPER)
    day = draft().items[0].spent_on
    items = tuple(services.Item(note, day, Decimal(yuan)) for note, yuan in (("纸", "700"), ("墨", "500")))
    claim = claimed("1200", items=items, advance_id=advance.pk, at=later(10))
    assert (claim.amount, claim.offset, claim.payable) == (Decimal(1200), Decimal(1000), Decimal(200))
    agree(office, claim, HE_WEI, REVIEWER, CASHIER, start=11)
    advance.refresh_from_db()
    assert advance.unsettled == 0
    assert (line().reserved, line().spent) == (Decimal(0), Decimal(1200))


def test_one_advance_is_not_settled_twice(office: Office, claimed: Claimed) -> None:
    """Two claims handed in against it at the same time: the second payment finds nothing left."""
    advance = claimed("1000", kind="advance", slips=())
    agree(office, advance, HE_WEI, REVIEWER, CASHIER, BOOKKEEPER)
    first = claimed("1000", advance_id=advance.pk, at=later(10))
    second = claimed("1000", advance_id=advance.pk, number="26442000000087654321", at=later(10))
    agree(office, first, HE_WEI, REVIEWER, CASHIER, start=11)
    with refused("advance_settled_elsewhere", match="已被其他单据冲销"):
        agree(office, second, HE_WEI, REVIEWER, CASHIER, start=15)


@pytest.mark.parametrize("claimant", [HE_WEI, REVIEWER, CHEN_LI])
def test_nobody_approves_what_he_hands_in(office: Office, claimed: Claimed, claimant: str) -> None:
    """F-01: not even where his post would be asked."""
    claim = claimed("30000", by=claimant)
    mine = office.people[claimant].pk
    names = {person.pk: name for name, person in office.people.items()}
    with refused("not_your_seat"):  # at the latest when nobody but he is left
        for hour in range(1, 9):
            asked = set(
                Seat.objects.filter(approval_id=claim.pk, state="open").values_list("person_id", flat=True)
            )
            assert asked
            assert mine not in asked
            signer = claimant if Claim.objects.get(pk=claim.pk).paid_at else names[min(asked)]
            decide(office.actor(signer), claim.pk, later(hour))


def test_who_approved_is_not_asked_to_pay(office: Office, claimed: Claimed) -> None:
    """F-01: a head who has become a cashier as well."""
    desk = Post.objects.get(title="出纳")
    Appointment.objects.create(person=office.people[HE_WEI], post=desk, starts_on=FOUNDED)
    claim = claimed()
    agree(office, claim, HE_WEI, REVIEWER)
    asked = Seat.objects.filter(approval_id=claim.pk, state="open").values_list("person_id", flat=True)
    assert list(asked) == [office.people[CASHIER].pk]
    with refused("not_your_seat"):
        approvals.agree(actor=office.actor(HE_WEI), matter_id=claim.pk, at=later(5))


def test_nothing_is_paid_before_it_is_approved(office: Office, claimed: Claimed) -> None:
    """The cashier has no seat before, and the database refuses a payment without approval."""
    claim = claimed()
    for signer in (HE_WEI, REVIEWER):
        with refused("no_such_matter"):
            decide(office.actor(CASHIER), claim.pk, later(4))
        with pytest.raises(IntegrityError), transaction.atomic():
            Claim.objects.filter(pk=claim.pk).update(paid_at=AT)
        agree(office, claim, signer)
    agree(office, claim, CASHIER)
    claim.refresh_from_db()
    assert claim.paid_at


class TestAnInvoice:
    """F-07: one invoice is paid once; what came to nothing may be put right and claimed again."""

    def test_is_free_again_once_its_claim_is_void(self, office: Office, claimed: Claimed) -> None:
        first = claimed()
        approvals.void(actor=office.actor(LI_MIN), matter_id=first.pk, reason="填错", at=later(1))
        assert claimed(at=later(2)).invoices.get().live

    def test_is_never_free_again_once_it_is_paid(self, office: Office, claimed: Claimed) -> None:
        first = claimed()
        agree(office, first, HE_WEI, REVIEWER, CASHIER, BOOKKEEPER)
        for undo in (approvals.void, approvals.refuse):
            with pytest.raises(Refusal):
                undo(actor=office.actor(LI_MIN), matter_id=first.pk, at=later(9), **_why(undo))
        with refused("claim_has_faults") as no:
            claimed(at=later(10))
        assert first.matter.number in str(no.value.fields["slips"])

    def test_is_held_while_its_claim_is_being_amended(self, office: Office, claimed: Claimed) -> None:
        first = claimed()
        approvals.give_back(
            actor=office.actor(HE_WEI),
            matter_id=first.pk,
            target="submit",
            straight=False,
            opinion="补附件",
            at=later(1),
        )
        with refused("claim_has_faults"):
            claimed(by=HE_WEI, at=later(2))
        assert services.amend_claim(
            actor=office.actor(LI_MIN), matter_id=first.pk, draft=draft(number=INVOICE), at=later(3)
        )

    def test_of_the_same_number_and_another_code_is_another_one(
        self, office: Office, claimed: Claimed
    ) -> None:
        day = draft().items[0].spent_on
        for code in ("4400123456", "4400654321"):
            slips = (services.Slip("12345678", day, Decimal(800), code=code),)
            assert claimed(slips=slips).invoices.get().code == code


def _why(undo: Callable[..., object]) -> dict[str, str]:
    return {"reason": "误付"} if undo is approvals.void else {"opinion": "误付"}


@pytest.mark.parametrize(
    ("yuan", "signers"),
    [
        ("1999.99", {HE_WEI, REVIEWER}),
        ("2000", {HE_WEI, REVIEWER, CHEN_LI}),
        ("20000", {HE_WEI, REVIEWER, CHEN_LI}),
    ],
)
def test_the_amount_decides_who_signs(office: Office, claimed: Claimed, yuan: str, signers: set[str]) -> None:
    """F-06."""
    claim, names = claimed(yuan), {person.pk: name for name, person in office.people.items()}
    signed = set()
    while (asked := names[queries.asked_now(claim.pk) or 0]) != CASHIER:
        signed.add(asked)
        agree(office, claim, asked)
    assert signed == signers


@pytest.mark.parametrize("stage", ["review", "principal", "pay"])
def test_a_large_sum_passes_only_with_the_decision_of_a_meeting(
    office: Office, claimed: Claimed, stage: str
) -> None:
    """M-15, F-06: neither its review, nor its approval, nor its payment."""
    services.set_threshold(
        actor=office.actor(CHEN_LI), organ_id=office.organ.pk, kind="claim", amount=Decimal(10000), paper="办法",
        valid_from=AT.date(), at=AT,
    )  # fmt: skip
    claim = claimed("12000")
    agree(office, claim, HE_WEI)
    if stage != "review":
        passed = decided(office)
        services.link_decision(
            actor=office.actor(REVIEWER), matter_id=claim.pk, decision_id=passed.pk, at=later(3)
        )
        agree(office, claim, REVIEWER, start=4)
        while stage == "pay" and queries.asked_now(claim.pk) == office.people[CHEN_LI].pk:
            agree(office, claim, CHEN_LI, start=4)
        Claim.objects.filter(pk=claim.pk).update(decision=None)
    with refused("needs_a_decision") as no:
        agree(office, claim, {"review": REVIEWER, "principal": CHEN_LI, "pay": CASHIER}[stage], start=6)
    assert no.value.rule == "M-15"
