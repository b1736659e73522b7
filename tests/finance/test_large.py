"""Large sums: no way without a decision, splitting is seen, the auditor reads it all; funds from above; the duty map."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse

from tests.finance.conftest import CASHIER, DEPUTY, REVIEWER, ROUTES, Office, decided, later
from tests.finance.test_claims import agree
from tests.refusing import refused
from tests.world import AT, CHEN_LI, FOUNDED, HE_WEI, LI_MIN, SHEN_JING
from zhongshu.approvals.grammar.reading import read
from zhongshu.approvals.queries.checking import faults_of
from zhongshu.finance import queries, rules, services
from zhongshu.finance.models import Claim, SplitFlag
from zhongshu.kernel.clock import local_day, now
from zhongshu.kernel.refusals import Forbidden, Refusal
from zhongshu.org.models import Appointment, Duty, Post

pytestmark = pytest.mark.django_db
Claimed = Callable[..., Claim]


@pytest.fixture
def threshold(office: Office) -> None:
    services.set_threshold(
        actor=office.actor(CHEN_LI), organ_id=office.organ.pk, kind="claim", amount=Decimal(10000),
        paper="大额资金管理办法（澄委办〔2026〕3号）", valid_from=AT.date(), at=AT,
    )  # fmt: skip


@pytest.mark.usefixtures("threshold")
class TestGate:
    @pytest.mark.parametrize("more", [{}, {"kind": "advance", "slips": ()}])
    def test_no_large_sum_without_a_decision(
        self, office: Office, claimed: Claimed, more: dict[str, Any]
    ) -> None:
        """A claim stops where a contract does: at the review, where the decision can be brought."""
        claim = claimed("12000", **more)
        agree(office, claim, HE_WEI)
        with refused("needs_a_decision", match="关联会议决定") as no:
            agree(office, claim, REVIEWER, start=3)
        assert no.value.rule == "M-15"
        services.link_decision(
            actor=office.actor(REVIEWER), matter_id=claim.pk, decision_id=decided(office).pk, at=later(4)
        )
        agree(office, claim, REVIEWER, CHEN_LI, start=5)

    def test_below_it_nothing_is_asked(self, office: Office, claimed: Claimed) -> None:
        agree(office, claimed("9999.99"), HE_WEI, REVIEWER, CHEN_LI)

    @pytest.mark.parametrize("votes", [{"present": 6, "in_favour": 6}, {"in_favour": 4}])
    def test_a_meeting_without_quorum_or_majority_decides_nothing(
        self, office: Office, votes: dict[str, int]
    ) -> None:
        with pytest.raises(Refusal) as no:
            decided(office, **votes)
        assert no.value.rule == "M-15"

    def test_a_decision_carries_no_more_than_it_passed(self, office: Office, claimed: Claimed) -> None:
        claim = claimed("15000")
        agree(office, claim, HE_WEI)
        with refused("decision_used_up", match="只剩"):
            services.link_decision(
                actor=office.actor(REVIEWER),
                matter_id=claim.pk,
                decision_id=decided(office, 14000).pk,
                at=later(1),
            )

    def test_a_large_advance_is_settled_by_the_decision_that_opened_its_way(
        self, office: Office, claimed: Claimed
    ) -> None:
        """What it settles has been decided on; what goes beyond is asked for, as any sum."""
        decision = decided(office, 12000)
        advance = claimed("12000", kind="advance", slips=(), decision_id=decision.pk)
        names = {person.pk: name for name, person in office.people.items()}
        while asked := queries.asked_now(advance.pk):
            agree(office, advance, names[asked])
        claim = claimed("12000", advance_id=advance.pk)
        assert (claim.payable, claim.decision_id, queries.left_of(decision)) == (0, decision.pk, 0)
        agree(office, claim, HE_WEI, REVIEWER, start=8)
        more = claimed("12000.01", advance_id=advance.pk, number="26442000000012345679")
        assert more.decision_id is None and queries.left_of(decision) == 0
        agree(office, more, HE_WEI, start=11)
        with refused("decision_used_up"):
            services.link_decision(
                actor=office.actor(REVIEWER), matter_id=more.pk, decision_id=decision.pk, at=later(12)
            )

    def test_three_just_below_to_one_payee_are_seen(self, office: Office, claimed: Claimed) -> None:
        for number in range(3):
            claim = claimed("4000", number=f"2644200000001234567{number}")
        flag = SplitFlag.objects.get()
        assert (flag.total, len(flag.others)) == (Decimal(12000), 2)
        assert list(queries.flags(office.actor(SHEN_JING))) == [flag]
        services.explain_flag(
            actor=office.actor(REVIEWER), flag_id=flag.pk, explanation="三份合同各自独立", at=later(1)
        )
        with refused("explains_nothing", Forbidden):
            services.explain_flag(
                actor=office.actor(SHEN_JING), flag_id=flag.pk, explanation="改", at=later(2)
            )
        assert claim.pk == flag.matter_id

    def test_the_auditor_sees_every_large_one(self, office: Office, claimed: Claimed) -> None:
        large, _small = claimed("12000"), claimed("80", number="26442000000011111111", payee="别家")
        assert [one.pk for one in queries.large(office.actor(SHEN_JING), date(2026, 1, 1))] == [large.pk]


def test_what_became_large_after_the_review_stops_at_the_till(
    office: Office, claimed: Claimed, request: pytest.FixtureRequest
) -> None:
    claim = claimed("12000")
    agree(office, claim, HE_WEI, REVIEWER, CHEN_LI)
    request.getfixturevalue("threshold")
    with refused("needs_a_decision"):
        agree(office, claim, CASHIER, start=4)


def test_a_route_on_which_a_large_sum_is_not_reviewed_is_not_published(office: Office) -> None:
    """M-15: where nobody reviews, nobody asks for the decision before the money goes out."""
    spec = json.loads((ROUTES / "expense-claim.json").read_text("utf-8"))
    review = spec["body"][1]
    spec |= {"name": "no-review", "body": [one for one in spec["body"] if one is not review]}
    afterwards = {**spec, "body": [*spec["body"][:3], spec["body"][3], review, spec["body"][4]]}
    for told in (spec, afterwards):
        faults = faults_of(read(told), office.organ.pk, AT.date())
        assert [(one.code, one.rule) for one in faults] == [("unreviewed", "M-15")], [
            one.story for one in faults
        ]


def test_a_threshold_is_set_in_writing_by_a_leader_and_not_for_the_past(office: Office) -> None:
    """M-16."""
    given = {
        "organ_id": office.organ.pk,
        "kind": "claim",
        "amount": Decimal(1),
        "paper": "x",
        "valid_from": AT.date(),
    }
    with refused("sets_no_thresholds", Forbidden):
        services.set_threshold(actor=office.actor(LI_MIN), at=AT, **given)
    with refused("no_paper", match="书面"):
        services.set_threshold(actor=office.actor(CHEN_LI), at=AT, **{**given, "paper": " "})
    with refused("for_days_past", match="今天或以后"):
        services.set_threshold(
            actor=office.actor(CHEN_LI), at=AT, **{**given, "valid_from": date(2026, 1, 1)}
        )


def test_the_minutes_of_a_decision_are_marked_as_needed(seated: Office) -> None:
    page = reverse("finance:decision", args=[seated.organ.pk])
    shown = seated.client(REVIEWER).get(page).content.decode()
    assert 'name="files"' in shown and "必填" in shown and "可不填" not in shown


def test_nobody_could_move_money_alone(office: Office) -> None:
    matrix = queries.duty_matrix(office.actor(SHEN_JING), AT.date())
    assert matrix.rows and matrix.alone == ()
    assert all(row.clashes == () for row in matrix.rows)


def test_on_a_phone_each_power_stands_beside_its_name(office: Office) -> None:
    told = office.world.client(SHEN_JING).get(reverse("finance:duties")).content.decode()
    assert '<td class="c-told" data-label="付款">' in told and 'data-label="任职起"' in told
    assert '<td class="c-no" data-label="付款">' in told, "a power that he does not hold is not shown there"


def test_funds_sought_are_never_more_received_than_granted(office: Office) -> None:
    actor = office.actor(DEPUTY)
    fund = services.enter_fund(
        actor=actor, unit_id=office.organ.pk, project="智慧督查平台", asked_of="省财政厅", asked=Decimal(500000),
        asked_on=date(2026, 3, 1), at=AT,
    )  # fmt: skip

    def moved(kind: str, amount: int) -> None:
        services.enter_movement(
            actor=actor, fund_id=fund.pk, kind=kind, amount=Decimal(amount), on=date(2026, 6, 1), at=AT
        )

    with refused("more_than_there_was"):
        moved("received", 1)
    moved("granted", 300000)
    moved("received", 200000)
    with refused("more_than_there_was", match="不能超过"):
        moved("used", 200001)
    found = queries.fund(actor, fund.pk)
    assert (found.granted, found.received, found.used) == (300000, 200000, 0)


def test_each_of_the_eight_methods_of_control_has_its_page(seated: Office) -> None:
    """F-03."""
    controls = rules.F_03_controls()
    assert len({str(one.method) for one in controls}) == 8
    client = seated.world.client(SHEN_JING)
    assert {one.page: client.get(reverse(one.page)).status_code for one in controls} == {
        one.page: 200 for one in controls
    }
    shown = client.get(reverse("finance:duties")).content.decode()
    assert all(str(one.method) in shown for one in controls)


def test_the_map_shows_budget_and_seals_and_what_never_goes_together(seated: Office) -> None:
    """F-01, F-02: the keeper of the second seal takes no part in any route, and stands on the map all the same."""
    told = queries.duty_matrix(seated.actor(SHEN_JING), AT.date())
    assert told.duties == (Duty.KEEP_BUDGET,)
    post = Post.objects.create(unit=seated.organ, title="文印岗", duties=[Duty.KEEP_SEAL_NAME, Duty.RECEIVE])
    Appointment.objects.create(person=seated.people[LI_MIN], post=post, starts_on=FOUNDED)
    told = queries.duty_matrix(seated.actor(SHEN_JING), AT.date())
    held = {row.person.name: row.duties for row in told.rows if row.duties}
    assert held == {DEPUTY: {Duty.KEEP_BUDGET}, LI_MIN: {Duty.KEEP_SEAL_NAME}}
    shown = seated.client(SHEN_JING).get(reverse("finance:duties")).content.decode()
    assert shown.count("法人名章保管") >= 3, "head, his own tick, the pair"
    assert "财务印章分人保管" in shown and "文印岗" in shown


def test_the_map_tells_whose_own_claims_nobody_could_pay(seated: Office) -> None:
    """F-01: told before it happens; with a second cashier it is told no more."""
    told = queries.duty_matrix(seated.actor(SHEN_JING), AT.date()).notes
    (note,) = [one for one in told if "费用报销" in one and "出纳付款" in one]
    assert CASHIER in note
    assert note in seated.client(SHEN_JING).get(reverse("finance:duties")).content.decode()
    post = Post.objects.create(unit=seated.organ, title="出纳二", duties=[Duty.PAY])
    Appointment.objects.create(person=seated.people[DEPUTY], post=post, starts_on=FOUNDED)
    assert note not in queries.duty_matrix(seated.actor(SHEN_JING), AT.date()).notes


def test_an_application_from_asking_to_the_last_yuan_on_its_page(office: Office) -> None:
    keeper, today = office.actor(DEPUTY), local_day(now())
    asked = today - timedelta(days=30)
    fund = services.enter_fund(
        actor=keeper, unit_id=office.organ.pk, project="智慧督查平台", asked_of="省财政厅", asked=Decimal(500000),
        asked_on=asked, paper="澜委办函〔2026〕8号", at=now(),
    )  # fmt: skip
    client, here = office.world.client(SHEN_JING), reverse("finance:fund", args=[fund.pk])

    def told() -> str:
        listed = client.get(reverse("finance:funds")).content.decode()
        assert here in listed
        return str(client.get(here).content.decode())

    def moved(kind: str, amount: int, day: date) -> None:
        given = {"kind": kind, "amount": Decimal(amount), "on": day, "paper": f"{kind}号文"}
        services.enter_movement(actor=keeper, fund_id=fund.pk, at=now(), **given)

    assert "等批复" in told() and "已 30 天" in told() and "澜委办函〔2026〕8号" in told()
    moved("granted", 300000, asked + timedelta(days=10))
    assert "等到账" in told() and "已 20 天" in told() and "granted号文" in told()
    moved("received", 300000, today)
    assert "使用中" in told()
    with refused("no_such_movement") as no:
        moved("used", 0, asked - timedelta(days=1))
    assert set(no.value.fields) == {"amount", "on"}
    with refused("more_than_there_was") as no:
        moved("used", 300001, today)
    assert set(no.value.fields) == {"amount"}
    moved("used", 300000, today)
    assert "已用完，可办结" in told()
    assert reverse("finance:fund-movement", args=[fund.pk]) not in told(), "who watches changes nothing"
    services.close_fund(actor=keeper, fund_id=fund.pk, note="已用完。", at=now())
    assert "已办结" in told() and "已用完。" in told()


def test_an_application_is_linked_to_its_matter_by_the_number_that_stands_on_it(
    seated: Office, claimed: Claimed
) -> None:
    """Only to one that its keeper may know of; who may not know of the matter is not told which it is."""
    keeper, today, matter = seated.client(DEPUTY), local_day(now()), claimed().matter
    mine = claimed("300", by=DEPUTY, number="26442000000099999999").matter
    given = {
        "project": "智慧督查平台", "asked_of": "省财政厅", "asked": "500000", "asked_on": today.isoformat(),
        "unit_id": seated.organ.pk,
    }  # fmt: skip
    new = reverse("finance:fund-new", args=[seated.organ.pk])
    unknown = keeper.post(new, {**given, "matter_id": matter.number})
    assert "没有这个编号，或者它不在您的知悉范围内" in unknown.content.decode()
    assert keeper.post(new, {**given, "matter_id": mine.number}).status_code == 303
    (fund,) = queries.funds(seated.actor(DEPUTY))
    here, link = (reverse(f"finance:{name}", args=[fund.pk]) for name in ("fund", "fund-link"))
    address = reverse("finance:claim", args=[mine.pk])
    page = keeper.get(here).content.decode()
    assert mine.number in page and address in page and link in page
    assert page.count(mine.number) == 2, "in the chain and in the record"
    seen = seated.client(REVIEWER).get(here).content.decode()
    assert (
        "关联知悉范围之外的事项" in seen
        and mine.number not in seen
        and address not in seen
        and "知悉范围之外" in seen
    )
    assert keeper.post(link, {"matter_id": ""}).status_code == 303
    assert address not in keeper.get(here).content.decode()
    assert "取消关联的事项" in keeper.get(here).content.decode()
