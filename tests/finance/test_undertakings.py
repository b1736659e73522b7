"""Contracts and major projects: no large one without a decision, money runs down from them and never beyond."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse

from tests.finance.conftest import CASHIER, REVIEWER, Office, decided, later
from tests.finance.test_claims import agree
from tests.refusing import refused
from tests.world import AT, CHEN_LI, HE_WEI, LI_MIN, SHEN_JING
from zhongshu.approvals import services as approvals
from zhongshu.finance import queries, services
from zhongshu.finance.models import Claim, SplitFlag, Undertaking
from zhongshu.kernel.refusals import Forbidden, NotFound

pytestmark = pytest.mark.django_db
Claimed = Callable[..., Claim]
SUPPLIER = "澄江蓝图网络"


def handed_in(
    office: Office, yuan: str = "60000", *, by: str = LI_MIN, at: datetime = AT, **more: Any
) -> Undertaking:
    """李敏's contract with a supplier, for two months."""
    given: dict[str, Any] = {
        "kind": "contract", "title": "门户网站维护合同", "party": SUPPLIER, "amount": Decimal(yuan),
        "starts_on": date(2026, 9, 20), "ends_on": date(2026, 11, 20),
    }  # fmt: skip
    plan = services.Plan(**{**given, **more})
    return services.submit_undertaking(actor=office.actor(by), plan=plan, at=at)


def approved(office: Office, one: Undertaking) -> Undertaking:
    """``one`` after everybody who is asked has agreed."""
    names = {person.pk: name for name, person in office.people.items()}
    while asked := queries.asked_now(one.pk):
        agree(office, one, names[asked])
    one.refresh_from_db()
    return one


def signed(office: Office, yuan: str = "60000", **more: Any) -> Undertaking:
    one = approved(office, handed_in(office, yuan, **more))
    return services.sign_contract(
        actor=office.actor(LI_MIN), matter_id=one.pk, signed_on=AT.date(), at=later(5)
    )


@pytest.fixture
def thresholds(office: Office) -> None:
    for kind, yuan in (("claim", "10000"), ("contract", "50000"), ("project", "200000")):
        threshold(office, yuan, kind=kind)


def threshold(office: Office, yuan: str, *, kind: str = "contract") -> None:
    services.set_threshold(
        actor=office.actor(CHEN_LI), organ_id=office.organ.pk, kind=kind, amount=Decimal(yuan),
        paper="三重一大实施办法", valid_from=AT.date(), at=AT,
    )  # fmt: skip


class TestGate:
    pytestmark = pytest.mark.usefixtures("thresholds")

    def test_a_large_contract_passes_no_review_without_a_decision(self, office: Office) -> None:
        one = handed_in(office)
        agree(office, one, HE_WEI)
        with refused("needs_a_decision") as no:
            agree(office, one, REVIEWER, start=2)
        assert no.value.rule == "M-15"
        decision = decided(office, 60000)
        services.link_decision(
            actor=office.actor(REVIEWER), matter_id=one.pk, decision_id=decision.pk, at=later(3)
        )
        assert approved(office, one).approved_at

    def test_each_kind_has_a_threshold_of_its_own(self, office: Office) -> None:
        assert approved(office, handed_in(office, "49999.99")).approved_at
        assert approved(office, handed_in(office, "60000", kind="project", party="信息科")).approved_at

    def test_a_project_needs_its_decision_too(self, office: Office) -> None:
        one = handed_in(office, "200000", kind="project", party="信息科")
        with refused("needs_a_decision", match="集体决策"):
            agree(office, one, HE_WEI, REVIEWER)

    def test_nobody_links_a_decision_to_his_own(self, office: Office) -> None:
        one = handed_in(office, by=REVIEWER)
        with refused("own_claim", Forbidden):
            services.link_decision(
                actor=office.actor(REVIEWER),
                matter_id=one.pk,
                decision_id=decided(office, 60000).pk,
                at=later(1),
            )

    def test_what_rests_on_a_decision_is_counted_once(self, office: Office) -> None:
        """A project of 100,000, its contract and its payment use 100,000 of the decision and no more."""
        decision = decided(office, 300000)
        project = handed_in(office, "200000", kind="project", party="信息科", decision_id=decision.pk)
        approved(office, project)
        contract = signed(office, "60000", project_id=project.pk)
        assert contract.decision_id == decision.pk
        assert queries.left_of(decision) == Decimal(100000)

    def test_who_chooses_a_decision_is_told_what_is_left_of_each(self, seated: Office) -> None:
        half, whole = decided(seated, 300000), decided(seated, 80000)
        handed_in(seated, "200000", kind="project", party="信息科", decision_id=half.pk)
        offered = dict(queries.to_rest_on(seated.actor(LI_MIN)))
        assert offered[half.pk].endswith("批准 300,000.00 元，还剩 100,000.00 元")
        assert offered[whole.pk].endswith("批准 80,000.00 元，还剩 80,000.00 元")
        shown = seated.world.client(SHEN_JING).get(reverse("finance:large")).content.decode()
        assert 'data-label="还剩">100,000.00<' in shown


def test_large_only_after_its_review_whoever_comes_next_is_told_what_to_do_first(office: Office) -> None:
    """What the last signature asks for is told before anybody agrees, and who can link it has the door to it."""
    one = handed_in(office)
    common: dict[str, Any] = {"matter_id": one.pk, "at": later(1)}
    approvals.give_back(actor=office.actor(HE_WEI), target="submit", straight=False, opinion="补充", **common)
    told = {"amount": "60000.00", "party": SUPPLIER, "large": "yes"}
    approvals.hand_in_again(actor=office.actor(LI_MIN), values=told, **common)
    agree(office, one, HE_WEI, REVIEWER, start=2)
    threshold(office, "50000")
    with refused("needs_a_decision"):
        agree(office, one, CHEN_LI, start=4)
    told_on = office.world.client(CHEN_LI).get(reverse("finance:undertaking", args=[one.pk]))
    first = f'btn--pri" href="{reverse("finance:link-decision", args=[one.pk])}'
    assert first in told_on.content.decode()
    assert reverse("approvals:agreement", args=[one.pk]) not in told_on.content.decode()


class TestMoneyRunsDown:
    def test_payments_never_exceed_their_contract(self, office: Office, claimed: Claimed) -> None:
        """On its page payment is offered as long as something is left."""
        contract, client = signed(office, "60000"), office.world.client(LI_MIN)
        page = reverse("finance:undertaking", args=[contract.pk])
        assert "按合同付款" in client.get(page).content.decode()
        for number, yuan in enumerate(("20000", "40000")):
            claimed(
                yuan,
                contract_id=contract.pk,
                payee=SUPPLIER,
                number=f"2644200000001111111{number}",
                at=later(6),
            )
        assert queries.bound_by(contract) == contract.amount
        assert "按合同付款" not in client.get(page).content.decode()
        with refused("claim_has_faults") as no:
            claimed(
                "0.01", contract_id=contract.pk, payee=SUPPLIER, number="26442000000011111119", at=later(7)
            )
        assert "超过" in str(no.value.fields["contract_id"])

    def test_a_refused_payment_frees_its_part(self, office: Office, claimed: Claimed) -> None:
        contract = signed(office, "60000")
        claim = claimed("60000", contract_id=contract.pk, payee=SUPPLIER, at=later(6))
        approvals.refuse(actor=office.actor(HE_WEI), matter_id=claim.pk, opinion="分期付", at=later(7))
        assert queries.bound_by(contract) == 0

    def test_a_contract_is_paid_to_its_other_side_only(self, office: Office, claimed: Claimed) -> None:
        contract = signed(office)
        with refused("claim_has_faults") as no:
            claimed("800", contract_id=contract.pk, payee="别家公司", at=later(6))
        assert SUPPLIER in str(no.value.fields["payee"])

    def test_nothing_is_paid_before_it_is_signed(self, office: Office, claimed: Claimed) -> None:
        contract = approved(office, handed_in(office))
        with refused("claim_has_faults") as no:
            claimed("800", contract_id=contract.pk, payee=SUPPLIER, at=later(6))
        assert "还没有签订" in str(no.value.fields["contract_id"])

    def test_contracts_never_exceed_their_project(self, office: Office) -> None:
        project = approved(office, handed_in(office, "100000", kind="project", party="信息科"))
        handed_in(office, "60000", project_id=project.pk)
        with refused("undertaking_has_faults") as no:
            handed_in(office, "40000.01", project_id=project.pk)
        assert "超过" in str(no.value.fields["project_id"])

    def test_what_money_runs_from_is_not_made_void(self, office: Office, claimed: Claimed) -> None:
        contract = signed(office)
        claimed("800", contract_id=contract.pk, payee=SUPPLIER, at=later(6))
        with refused("not_in_this_status"):
            approvals.void(actor=office.actor(LI_MIN), matter_id=contract.pk, reason="误签", at=later(7))


class TestSplitting:
    pytestmark = pytest.mark.usefixtures("thresholds")

    def test_claims_and_contracts_to_one_payee_are_added_up(self, office: Office, claimed: Claimed) -> None:
        claimed("6000", payee=SUPPLIER)
        contract = handed_in(office, "45000")
        flag = SplitFlag.objects.get()
        assert (flag.matter_id, flag.total) == (contract.pk, Decimal(51000))
        assert list(queries.flags(office.actor(SHEN_JING))) == [flag]

    def test_two_contracts_just_below_are_seen_and_explained_by_somebody_else(self, office: Office) -> None:
        for _ in range(2):
            handed_in(office, "30000", by=REVIEWER)
        flag = SplitFlag.objects.get()
        with refused("own_claim", Forbidden):
            services.explain_flag(
                actor=office.actor(REVIEWER), flag_id=flag.pk, explanation="各自独立", at=later(1)
            )

    def test_a_payment_is_counted_with_its_contract_only(self, office: Office, claimed: Claimed) -> None:
        contract = signed(office, "9000")
        claimed("9000", contract_id=contract.pk, payee=SUPPLIER, at=later(6))
        assert not SplitFlag.objects.exists()


def test_all_faults_are_told_at_once(office: Office) -> None:
    with refused("undertaking_has_faults") as no:
        handed_in(office, "0", title="", party=" ", ends_on=date(2026, 1, 1), basis_id=999, decision_id=999)
    assert set(no.value.fields) == {"title", "party", "amount", "ends_on", "basis_id", "decision_id"}
    assert not Undertaking.objects.exists()


def test_given_back_it_is_amended_and_walks_again(office: Office) -> None:
    one = handed_in(office)
    approvals.give_back(
        actor=office.actor(HE_WEI),
        matter_id=one.pk,
        target="submit",
        straight=False,
        opinion="核减",
        at=later(1),
    )
    plan = services.Plan(
        kind="contract",
        title="维护",
        party=SUPPLIER,
        amount=Decimal(50000),
        starts_on=AT.date(),
        ends_on=AT.date(),
    )
    with refused("not_your_claim", Forbidden):
        services.amend_undertaking(actor=office.actor(HE_WEI), matter_id=one.pk, plan=plan, at=later(2))
    done = services.amend_undertaking(actor=office.actor(LI_MIN), matter_id=one.pk, plan=plan, at=later(2))
    assert (done.amount, approvals.agree(actor=office.actor(HE_WEI), matter_id=one.pk, at=later(3)).status) == (
        Decimal(50000), "running",
    )  # fmt: skip


def test_who_may_not_know_of_it_finds_nothing(office: Office) -> None:
    one = handed_in(office)
    with refused("no_such_matter", NotFound):
        queries.undertaking(office.actor(CASHIER), one.pk)


def test_the_auditor_sees_claims_contracts_and_projects(
    office: Office, claimed: Claimed, thresholds: None
) -> None:
    items = [
        claimed("12000", payee="甲公司"),
        handed_in(office, "60000"),
        handed_in(office, "200000", kind="project", party="信息科"),
    ]
    claimed("800", payee="乙公司", number="26442000000022222222")
    handed_in(office, "3000", party="丙公司")
    auditor, since = office.actor(SHEN_JING), date(2026, 1, 1)
    found = queries.large_page(auditor, since).rows
    assert [one.pk for one in found] == [one.pk for one in reversed(items)]
    assert [one.pk for one in queries.outlays_of(found)] == [one.pk for one in found]
    assert [one.pk for one in queries.large_page(auditor, since, "contract").rows] == [items[1].pk]


def test_a_raised_threshold_leaves_what_was_large_on_its_day(office: Office, thresholds: None) -> None:
    one = handed_in(office, "60000")
    services.set_threshold(
        actor=office.actor(CHEN_LI), organ_id=office.organ.pk, kind="contract", amount=Decimal(90000),
        paper="修订", valid_from=date(2026, 9, 19), at=later(1),
    )  # fmt: skip
    assert [row.pk for row in queries.large_page(office.actor(SHEN_JING), date(2026, 1, 1)).rows] == [one.pk]
