"""A claim on its way is handed on lawfully only (F-01, F-04), and a refused form keeps what was typed."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from tests.finance.conftest import BOOKKEEPER, CASHIER, DEPUTY, REVIEWER, Office, decide, draft, later
from tests.finance.test_undertakings import handed_in
from tests.refusing import refused, untouched
from tests.world import CHEN_LI, HE_WEI, LI_MIN, SHEN_JING, WANG_JIANPING
from zhongshu.approvals import queries, services, walking
from zhongshu.approvals.models import Approval
from zhongshu.finance import services as finance
from zhongshu.finance.models import Claim
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.clock import local_day
from zhongshu.org import services as org

pytestmark = pytest.mark.django_db
Claimed = Callable[..., Claim]
WORDS = "外出三天，请代为审核"
UNABLE = {
    SHEN_JING: "does_no_work_here",
    CASHIER: "needed_ahead",
    BOOKKEEPER: "needed_ahead",
    LI_MIN: "powers_clash",
    DEPUTY: "out_of_reach",
    WANG_JIANPING: "does_no_work_here",
}


@pytest.fixture
def claim(seated: Office, claimed: Claimed) -> Claim:
    """On the desk of the head of the section."""
    return claimed()


def walk_of(claim: Claim) -> walking.Walk:
    return queries.walk_of(Approval.objects.get(pk=claim.pk), local_day(later(1)))


def typed(browser: Client, claim: Claim, verb: str, **words: str) -> tuple[int, str]:
    answer = browser.post(reverse(f"approvals:{verb}", args=[claim.pk]), words)
    return answer.status_code, answer.content.decode()


def test_nobody_who_may_not_hold_it_gets_a_part(seated: Office, claim: Claim) -> None:
    """Not the auditor, the cashier, the bookkeeper, the claimant, a clerk, an outsider; the superior does."""
    people, actor = seated.people, seated.actor(HE_WEI)
    for name, code in UNABLE.items():
        with untouched(), refused(code):
            services.reassign(actor=actor, matter_id=claim.pk, person_id=people[name].pk, at=later(1))
    form = seated.client(HE_WEI).get(reverse("approvals:reassignment", args=[claim.pk])).content.decode()
    assert f"只能转给同样有权办理的人或者上级：{CHEN_LI}" in form and f'value="{CHEN_LI}（' in form
    assert not [name for name in (SHEN_JING, CASHIER, BOOKKEEPER, DEPUTY) if f"{name}（" in form]
    services.reassign(actor=actor, matter_id=claim.pk, person_id=people[CHEN_LI].pk, at=later(2))
    assert [one.person.name for one in walk_of(claim).seats if one.is_undecided] == [CHEN_LI]


def test_an_opinion_is_not_asked_of_who_pays_or_books_later(seated: Office, claim: Claim) -> None:
    """Asked for it, he would have had his part; 苏阳 of the budget can be asked."""
    walk = walk_of(claim)
    seat = next(one for one in walk.seats if one.is_undecided)
    able = set(walking.askable(walk, seat))
    names = {name for name, one in seated.people.items() if one.pk in able}
    assert names == {CHEN_LI, REVIEWER, DEPUTY}
    status, told = typed(seated.client(HE_WEI), claim, "delegation", person_id=CASHIER, opinion=WORDS)
    assert status == 403 and WORDS in told and "后面要办“出纳付款”" in told and "没有找到" not in told


@pytest.mark.parametrize(
    ("verb", "words"),
    [
        ("agreement", {}),
        ("refusal", {}),
        ("return", {"target": "submit", "way": "again"}),
        ("reassignment", {"person_id": CHEN_LI}),
        ("delegation", {"person_id": CHEN_LI}),
        ("signer", {"person_id": CHEN_LI, "place": "before"}),
    ],
)
def test_what_was_typed_is_still_there_when_somebody_was_faster(
    seated: Office, claim: Claim, verb: str, words: dict[str, str]
) -> None:
    """No bare page: the words stand in the form, the sentence says what to do, and there is no button to press."""
    services.reassign(
        actor=seated.actor(HE_WEI), matter_id=claim.pk, person_id=seated.people[CHEN_LI].pk, at=later(1)
    )
    status, told = typed(seated.client(HE_WEI), claim, verb, opinion=WORDS, **words)
    assert status == 403 and WORDS in told and "请刷新页面" in told
    assert 'class="btn btn--pri"' not in told.partition("<main")[2].partition("</main>")[0]


def test_whoever_is_paid_is_told_why_he_cannot_agree_and_offered_what_he_can(
    seated: Office, claimed: Claimed
) -> None:
    """F-01: the payee's page has no 同意 to be refused; it says why, and he can hand the claim on or give it back."""
    claim = claimed(payee=HE_WEI)
    page = seated.client(HE_WEI).get(reverse("finance:claim", args=[claim.pk]))
    offered = [deed.offer for deed in page.context["shown"].buttons]
    assert offered[0] == "reassign", "the button to press"
    assert "agree" not in offered and {"give_back", "delegate"} <= set(offered)
    assert "您现在不能同意：收款人（或收款账号）就是办理人自己" in page.content.decode()
    with untouched(), refused("own_money"):
        services.agree(actor=seated.actor(HE_WEI), matter_id=claim.pk, at=later(1))
    form = seated.client(HE_WEI).get(reverse("approvals:agreement", args=[claim.pk]))
    assert form.status_code == 403 and "收款人（或收款账号）就是办理人自己" in form.content.decode()
    signer = seated.client(HE_WEI).get(reverse("approvals:signer", args=[claim.pk])).content.decode()
    assert 'value="before"' in signer and 'value="after"' not in signer


def test_money_that_went_out_is_given_back_to_the_till_at_most(seated: Office, claim: Claim) -> None:
    """The bookkeeper is offered neither to refuse nor the stages before payment, nor the claimant to make it void."""
    for hour, name in enumerate((HE_WEI, REVIEWER, CASHIER), start=1):
        decide(seated.actor(name), claim.pk, later(hour))
    page = seated.client(BOOKKEEPER).get(reverse("finance:claim", args=[claim.pk])).context["shown"]
    assert "refuse" not in page.offered and "give_back" in page.offered
    form = seated.client(BOOKKEEPER).get(reverse("approvals:return", args=[claim.pk])).context["form"]
    assert [title for _code, title in form.fields["target"].choices] == ["出纳付款"]
    mine = seated.client(LI_MIN).get(reverse("finance:claim", args=[claim.pk])).context["shown"]
    assert "void" not in mine.offered and "suspend" in mine.offered


def test_a_successor_puts_a_returned_claim_right_and_hands_it_in(seated: Office, claim: Claim) -> None:
    """What was given back to who has left lies with his successor: he opens its sheet, he may read it, he hands it in."""
    common = {"target": "submit", "straight": False, "opinion": "请补明细"}
    services.give_back(actor=seated.actor(HE_WEI), matter_id=claim.pk, at=later(1), **common)
    left = {"person_id": seated.people[LI_MIN].pk, "successor_id": seated.people[DEPUTY].pk}
    org.leave_office(actor=SYSTEM, at=later(2), **left)
    browser = seated.client(DEPUTY)
    page = browser.get(reverse("finance:claim", args=[claim.pk])).content.decode()
    assert reverse("finance:amend", args=[claim.pk]) in page
    assert "购买打印耗材" in browser.get(reverse("finance:amend", args=[claim.pk])).content.decode()
    assert browser.get(reverse("approvals:sheet", args=[claim.pk])).status_code == 200
    amended = finance.amend_claim(
        actor=seated.actor(DEPUTY), matter_id=claim.pk, draft=draft("800"), at=later(3)
    )
    assert [one.person.name for one in walk_of(amended).seats if one.is_undecided] == [HE_WEI]
    assert amended.claimant_id == seated.people[LI_MIN].pk
    outsider = seated.client(REVIEWER).get(reverse("finance:amend", args=[claim.pk]))
    assert outsider.status_code in (403, 404)


def test_a_successor_amends_a_contract_that_was_given_back(seated: Office) -> None:
    one = handed_in(seated, "30000")
    address = reverse("finance:undertaking-amend", args=[one.pk])
    assert seated.client(LI_MIN).get(address).status_code == 409, "it was not given back"
    common = {"target": "submit", "straight": False, "opinion": "请核减"}
    services.give_back(actor=seated.actor(HE_WEI), matter_id=one.pk, at=later(1), **common)
    left = {"person_id": seated.people[LI_MIN].pk, "successor_id": seated.people[DEPUTY].pk}
    org.leave_office(actor=SYSTEM, at=later(2), **left)
    browser = seated.client(DEPUTY)
    page = browser.get(reverse("finance:undertaking", args=[one.pk])).content.decode()
    assert address in page and "门户网站维护合同" in browser.get(address).content.decode()
    less = {"title": one.matter.title, "party": one.party, "amount": "20000", "opinion": "已核减"}
    sent = browser.post(address, {**less, "starts_on": one.starts_on, "ends_on": one.ends_on})
    assert sent.status_code == 303, sent.content.decode()
    one.refresh_from_db()
    assert (one.amount, one.handler_id) == (20000, seated.people[LI_MIN].pk)
    assert Approval.objects.get(pk=one.pk).values["amount"] == "20000.00"
    assert seated.client(REVIEWER).get(address).status_code in (403, 404)
