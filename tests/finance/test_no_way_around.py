"""Ways around the separation of duties and the budget that somebody would try: each is refused (F-01, F-02, F-06, F-07)."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.finance.conftest import BOOKKEEPER, CASHIER, DEPUTY, REVIEWER, Office, decided, draft, later
from tests.finance.test_claims import agree
from tests.refusing import refused, untouched
from tests.world import AT, CHEN_LI, HE_WEI, LI_MIN
from zhongshu.approvals import services as approvals
from zhongshu.finance import queries, services
from zhongshu.finance.models import Claim
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.refusals import Conflict, Forbidden
from zhongshu.org import queries as org
from zhongshu.org import services as org_services
from zhongshu.platform.journal import queries as journal

pytestmark = pytest.mark.django_db
Claimed = Callable[..., Claim]


def threshold(office: Office) -> None:
    """10,000 yuan are large."""
    services.set_threshold(
        actor=office.actor(CHEN_LI), organ_id=office.organ.pk, kind="claim", amount=Decimal(10000), paper="办法",
        valid_from=AT.date(), at=AT,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("payee", "before"),
    [
        (HE_WEI, ()),
        (REVIEWER, (HE_WEI,)),
        (CASHIER, (HE_WEI, REVIEWER)),
        (BOOKKEEPER, (HE_WEI, REVIEWER, CASHIER)),
    ],
)
def test_who_gets_the_money_does_not_decide_on_it_though_somebody_else_hands_it_in(
    office: Office, claimed: Claimed, payee: str, before: tuple[str, ...]
) -> None:
    """F-01."""
    claim = claimed(payee=f"{payee[0]} {payee[1:]}")
    for one in before:
        agree(office, claim, one)
    with untouched(), refused("own_money", Forbidden, match="转给") as no:
        agree(office, claim, payee, start=6)
    assert no.value.rule == "F-01"


def test_nor_who_is_related_to_whom_it_goes(office: Office, claimed: Claimed) -> None:
    """F-06: who reviews or approves; a stranger of the same name is told apart by what stands behind it."""
    sister, decider = office.people[DEPUTY], office.people[HE_WEI]
    told: dict[str, Any] = {"person_id": sister.pk, "other_id": decider.pk, "kind": "collateral", "at": AT}
    org_services.declare_kin(actor=SYSTEM, **told)
    claim = claimed(payee=DEPUTY)
    with untouched(), refused("relatives_money", Forbidden, match="亲属.*转给其他人.*用括号写明单位") as no:
        agree(office, claim, HE_WEI)
    assert no.value.rule == "F-06"
    back: dict[str, Any] = {"matter_id": claim.pk, "target": "submit", "straight": True, "opinion": "同名"}
    approvals.give_back(actor=office.actor(HE_WEI), at=later(2), **back)
    stranger = draft(payee=f"{DEPUTY}（海陵市文具店）")
    services.amend_claim(actor=office.actor(LI_MIN), matter_id=claim.pk, draft=stranger, at=later(3))
    agree(office, claim, HE_WEI, start=4)


def test_a_form_that_does_not_say_large_does_not_get_past_the_principal(
    office: Office, claimed: Claimed
) -> None:
    """F-06: what decides about the way is the record, not what is sent."""
    threshold(office)
    claim = claimed("12000")
    common: dict[str, Any] = {"matter_id": claim.pk, "at": later(1)}
    approvals.give_back(actor=office.actor(HE_WEI), target="submit", straight=False, opinion="补充", **common)
    told = {"amount": "12000.00", "category": "office", "payee": "澄江文具店", "large": "no"}
    approvals.hand_in_again(actor=office.actor(LI_MIN), values=told, **common)
    with untouched(), refused("became_large", Conflict):
        agree(office, claim, HE_WEI, start=3)
    approvals.give_back(
        actor=office.actor(HE_WEI),
        matter_id=claim.pk,
        target="submit",
        straight=False,
        opinion="在原单上改",
        at=later(4),
    )
    services.amend_claim(actor=office.actor(LI_MIN), matter_id=claim.pk, draft=draft("12000"), at=later(5))
    agree(office, claim, HE_WEI, start=6)


def test_who_explains_a_suspicion_has_none_of_its_papers(office: Office, claimed: Claimed) -> None:
    threshold(office)
    claimed("6000", by=REVIEWER)
    claimed("6000", number="26442000000012345679")
    with untouched(), refused("own_claim", Forbidden):
        services.explain_flag(
            actor=office.actor(REVIEWER), flag_id=office.flag().pk, explanation="各自独立", at=later(1)
        )


@pytest.mark.parametrize("did", ["prepared", "signed"])
def test_who_prepared_or_signed_for_somebody_else_does_not_accept(office: Office, did: str) -> None:
    """F-02: standing in takes both names along."""
    own, other = office.people[LI_MIN], office.people[DEPUTY]
    org_services.stand_in(
        actor=SYSTEM,
        absent_id=other.pk,
        stand_in_id=own.pk,
        starts_on=AT.date(),
        ends_on=later(48).date(),
        at=AT,
    )
    for_another = org.actor_standing_in(own, other.pk, AT.date())
    assert for_another is not None
    plan = services.Plan(
        kind="contract",
        title="维护",
        party="澄江蓝图网络",
        amount=Decimal(5000),
        starts_on=AT.date(),
        ends_on=AT.date(),
    )
    preparer = for_another if did == "prepared" else office.actor(DEPUTY)
    one = services.submit_undertaking(actor=preparer, plan=plan, at=AT)
    names = {person.pk: name for name, person in office.people.items()}
    while asked := queries.asked_now(one.pk):
        agree(office, one, names[asked])
    signer = office.actor(DEPUTY) if did == "prepared" else for_another
    services.sign_contract(actor=signer, matter_id=one.pk, signed_on=AT.date(), at=later(5))
    with untouched(), refused("accepts_his_own"):
        services.accept_undertaking(
            actor=office.actor(LI_MIN),
            matter_id=one.pk,
            accepted_on=AT.date(),
            acceptance="合格",
            at=later(6),
        )


def test_another_decision_on_the_straight_way_back_walks_the_whole_way(
    office: Office, claimed: Claimed
) -> None:
    """M-15: those who agreed did so on the first one."""
    threshold(office)
    first, second = decided(office), decided(office)
    claim = claimed("12000", decision_id=first.pk)
    agree(office, claim, HE_WEI, REVIEWER)
    approvals.give_back(
        actor=office.actor(CHEN_LI),
        matter_id=claim.pk,
        target="submit",
        straight=True,
        opinion="改",
        at=later(3),
    )
    anew = draft("12000", decision_id=second.pk)
    services.amend_claim(actor=office.actor(LI_MIN), matter_id=claim.pk, draft=anew, at=later(4))
    assert queries.asked_now(claim.pk) == office.people[HE_WEI].pk


def test_a_paper_that_tells_no_trip_lets_nobody_claim_one(office: Office, claimed: Claimed) -> None:
    """F-09: any other approved paper would have no days and no place to measure the claim by."""
    told = {"goods": "纸", "count": "1", "estimate": "100", "way": "inquiry", "reason": "办公"}
    paper = approvals.submit(
        actor=office.actor(LI_MIN), route="purchase", title="买纸", body="", values=told, at=AT
    )
    names = {person.pk: name for name, person in office.people.items()}
    for hour in range(1, 5):
        if asked := queries.asked_now(paper.pk):
            approvals.agree(actor=office.actor(names[asked]), matter_id=paper.pk, at=later(hour))
    with refused("claim_has_faults") as no:
        claimed(category="travel", basis_id=paper.pk, at=later(6))
    told = str(no.value.fields["basis_id"])
    assert (
        "不是这类支出的事前审批" in told
        and "没有出差地点、出发日期、返回日期" in told
        and "路线管理员" in told
    )


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"title": "另一份合同"}, "名称"),
        ({"body": "改为只供货，不安装"}, "主要内容"),
        ({"party": "海陵市另一家公司"}, "对方"),
        ({"ends_on": date(2027, 11, 20)}, "起止"),
        ({"basis_id": True}, "依据"),
        ({"body": " 供货并安装\n"}, ""),
    ],
)
def test_a_contract_agreed_to_is_not_exchanged_on_the_straight_way_back(
    office: Office, change: dict[str, Any], told: str
) -> None:
    given: dict[str, Any] = {
        "kind": "contract", "title": "维护", "party": "澄江蓝图网络", "amount": Decimal(5000),
        "starts_on": AT.date(), "ends_on": AT.date(), "body": "供货并安装",
    }  # fmt: skip
    if "basis_id" in change:
        goods = {"goods": "维护", "count": "1", "estimate": "5000", "way": "inquiry", "reason": "办公"}
        basis = approvals.submit(
            actor=office.actor(LI_MIN), route="purchase", title="买", body="", values=goods, at=AT
        )
        names = {person.pk: name for name, person in office.people.items()}
        while asked := queries.asked_now(basis.pk):
            agree(office, Claim(matter_id=basis.pk), names[asked])
        change = {"basis_id": basis.pk}
    one = services.submit_undertaking(actor=office.actor(LI_MIN), plan=services.Plan(**given), at=AT)
    agree(office, one, HE_WEI)
    back: dict[str, Any] = {"target": "submit", "straight": True, "opinion": "改"}
    second = queries.asked_now(one.pk)
    names = {person.pk: name for name, person in office.people.items()}
    approvals.give_back(actor=office.actor(names[second or 0]), matter_id=one.pk, at=later(3), **back)
    services.amend_undertaking(
        actor=office.actor(LI_MIN), matter_id=one.pk, plan=services.Plan(**{**given, **change}), at=later(4)
    )
    assert queries.asked_now(one.pk) == (office.people[HE_WEI].pk if told else second)
    entry, *_before = journal.timeline(one.matter.stream)
    again = [step["others"] for step in entry.facts.get("told", ()) if step["what"] == "walks_again"]
    assert again == ([[told]] if told else [])


@pytest.mark.parametrize(
    ("by", "words", "before", "stopped"),
    [
        (HE_WEI, {"payee": HE_WEI}, (), "own_money"),
        (REVIEWER, {"yuan": "12000"}, (HE_WEI,), "needs_a_decision"),
        (CASHIER, {}, (HE_WEI, REVIEWER), "no_proof"),
    ],
)
def test_who_has_somebody_sign_after_him_agrees_and_is_asked_no_less(
    office: Office, claimed: Claimed, by: str, words: dict[str, str], before: tuple[str, ...], stopped: str
) -> None:
    """F-01, M-15: taken off again, the signer would leave it passed with nobody having asked."""
    threshold(office)
    claim = claimed(**words)
    for one in before:
        agree(office, claim, one)
    given = {"actor": office.actor(by), "matter_id": claim.pk, "at": later(6)}
    with untouched(), refused(stopped):
        approvals.add_signer(person_id=office.people[DEPUTY].pk, place="after", **given)


def test_a_decision_that_one_has_recorded_oneself_opens_no_way_for_ones_own_claim(
    office: Office, claimed: Claimed
) -> None:
    """F-01: it would be linked by who may not link it."""
    threshold(office)
    own = decided(office)
    with untouched(), refused("claim_has_faults") as no:
        claimed("12000", by=REVIEWER, decision_id=own.pk)
    assert "自己登记的会议决定" in str(no.value.fields["decision_id"])


def test_who_got_an_advance_that_another_took_does_not_note_that_it_came_back(
    office: Office, claimed: Claimed
) -> None:
    """F-01."""
    made = claimed("900", kind="advance", slips=(), payee=CASHIER)
    agree(office, made, HE_WEI, REVIEWER)
    Claim.objects.filter(pk=made.pk).update(paid_at=AT, approved_at=AT)
    with untouched(), refused("own_advance", Forbidden):
        services.repay_advance(
            actor=office.actor(CASHIER), matter_id=made.pk, amount=Decimal(900), receipt="7", at=later(6)
        )
