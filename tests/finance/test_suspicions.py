"""Suspected splitting goes with its papers: who explains it sees them, and it is raised and cleared as they change (M-16)."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.urls import reverse

from tests.finance.conftest import REVIEWER, Office, decided, draft, later
from tests.finance.test_claims import agree
from tests.world import AT, CHEN_LI, HE_WEI, LI_MIN, SHEN_JING
from zhongshu.approvals import services as approvals
from zhongshu.finance import services
from zhongshu.finance.models import Claim, SplitFlag
from zhongshu.platform.journal.queries import told

pytestmark = pytest.mark.django_db
Claimed = Callable[..., Claim]
NUMBERS = [f"2644200000001234567{number}" for number in range(4)]


@pytest.fixture
def three(seated: Office, claimed: Claimed) -> list[Claim]:
    """Three claims of 4,000 yuan to one payee, where 10,000 are large."""
    services.set_threshold(
        actor=seated.actor(CHEN_LI), organ_id=seated.organ.pk, kind="claim", amount=Decimal(10000),
        paper="大额资金管理办法", valid_from=AT.date(), at=AT,
    )  # fmt: skip
    return [claimed("4000", number=number) for number in NUMBERS[:3]]


def stands(office: Office) -> tuple[Decimal, Decimal, bool]:
    """What it came to, what is left of it, whether it stands."""
    flag = office.flag()
    return flag.total, flag.today, flag.cleared_at is None


def void(office: Office, claim: Claim) -> None:
    approvals.void(actor=office.actor(LI_MIN), matter_id=claim.pk, reason="重复提交", at=later(1))


def explained(office: Office) -> None:
    flag, actor = office.flag(), office.actor(REVIEWER)
    services.explain_flag(actor=actor, flag_id=flag.pk, explanation="三份合同各自独立", at=later(1))


def test_who_explains_it_sees_what_it_is_about_and_no_more(seated: Office, three: list[Claim]) -> None:
    client = seated.client(REVIEWER)
    shown = client.get(reverse("finance:flag-explanation", args=[seated.flag().pk])).content.decode()
    for claim in three:
        address = reverse("finance:claim", args=[claim.pk])
        assert claim.matter.number in shown and address not in shown
        assert client.get(address).status_code == 404, "the paper itself is not hers to read yet"
    assert shown.count("4,000.00") == 3 and "12,000.00" in shown and "2026-" in shown
    assert client.get(reverse("finance:large")).content.decode().count("4,000.00") == 3


def test_what_is_withdrawn_clears_it_and_it_stays_to_be_read(seated: Office, three: list[Claim]) -> None:
    void(seated, three[0])
    assert stands(seated) == (12000, 8000, False)
    page = seated.client(SHEN_JING).get(reverse("finance:large")).content.decode()
    assert all(words in page for words in ("12,000.00", "8,000.00", "低于大额标准", "已解除"))
    (entry,) = told(three[2].matter.stream, "finance.split_cleared")
    assert entry.facts["total"] == "8000.00"


def test_its_own_paper_withdrawn_clears_it(seated: Office, three: list[Claim]) -> None:
    void(seated, three[2])
    assert stands(seated) == (12000, 8000, False)


def test_what_comes_to_it_again_asks_for_another_explanation(
    seated: Office, three: list[Claim], claimed: Claimed
) -> None:
    explained(seated)
    void(seated, three[0])
    again = claimed("4500", number=NUMBERS[3])
    flag = SplitFlag.objects.get(matter=again.matter)
    assert (flag.total, flag.cleared_at, flag.explanation) == (12500, None, "")
    assert SplitFlag.objects.get(matter=three[2].matter).cleared_at is not None, (
        "the former one stays cleared"
    )


@pytest.mark.parametrize(("yuan", "left", "is_raised"), [("1000", 9000, False), ("3000", 11000, True)])
def test_an_amended_sum_counts_as_it_is_now(
    seated: Office, three: list[Claim], yuan: str, left: int, is_raised: bool
) -> None:
    explained(seated)
    one = three[0]
    common = {"matter_id": one.pk, "at": later(2)}
    approvals.give_back(actor=seated.actor(HE_WEI), target="submit", straight=False, opinion="核减", **common)
    services.amend_claim(actor=seated.actor(LI_MIN), draft=draft(yuan, number=NUMBERS[0]), **common)
    assert stands(seated) == (12000, left, is_raised)
    assert seated.flag().explanation == "三份合同各自独立", (
        "less than was explained needs no other explanation"
    )


def test_an_amended_sum_that_reaches_the_threshold_raises_it(
    seated: Office, three: list[Claim], claimed: Claimed
) -> None:
    """The suspicion is of the paper that came last, whichever was changed; another payee takes it back."""
    void(seated, three[2])
    SplitFlag.objects.all().delete()
    one, common = three[0], {"matter_id": three[0].pk, "at": later(2)}
    for yuan, payee, raised in (("7000", "澄江文具店", True), ("7000", "别家", False)):
        approvals.give_back(
            actor=seated.actor(HE_WEI), target="submit", straight=False, opinion="再核", **common
        )
        told_anew = draft(yuan, number=NUMBERS[0], payee=payee)
        services.amend_claim(actor=seated.actor(LI_MIN), draft=told_anew, **common)
        flag = SplitFlag.objects.get(matter=three[1].matter)
        assert (flag.cleared_at is None) == raised
    assert one.pk in flag.others and flag.total == 11000


def test_what_a_meeting_decides_is_no_splitting(seated: Office, three: list[Claim]) -> None:
    agree(seated, three[0], HE_WEI)
    services.link_decision(
        actor=seated.actor(REVIEWER), matter_id=three[0].pk, decision_id=decided(seated).pk, at=later(4)
    )
    assert stands(seated) == (12000, 8000, False)


def test_what_settles_an_advance_is_not_added_up_with_it(office: Office, claimed: Claimed) -> None:
    """6,000 yuan to one colleague, taken ahead and then claimed, are 6,000; not 12,000."""
    services.set_threshold(
        actor=office.actor(CHEN_LI), organ_id=office.organ.pk, kind="claim", amount=Decimal(10000), paper="办法",
        valid_from=AT.date(), at=AT,
    )  # fmt: skip
    advance = claimed("6000", kind="advance", slips=(), payee=LI_MIN)
    Claim.objects.filter(pk=advance.pk).update(paid_at=AT, approved_at=AT)
    claimed("6000", payee=LI_MIN, advance_id=advance.pk)
    assert not SplitFlag.objects.exists()
    claimed("4000", payee=LI_MIN, number=NUMBERS[1])
    assert office.flag().total == 10000
