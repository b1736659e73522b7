"""What is paid back of an advance: no more than is open, with a receipt, and only of money that went out."""

from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.finance.conftest import BOOKKEEPER, CASHIER, REVIEWER, Office, later
from tests.finance.test_claims import agree
from tests.refusing import refused, untouched
from tests.world import HE_WEI, LI_MIN
from zhongshu.approvals.models import Approval
from zhongshu.finance import services
from zhongshu.finance.models import Claim
from zhongshu.finance.papers import printed
from zhongshu.finance.services.filing import claim_described
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.refusals import Conflict, Forbidden
from zhongshu.org import services as org
from zhongshu.platform.journal.sentences import wording

pytestmark = pytest.mark.django_db
Claimed = Callable[..., Claim]


@pytest.fixture
def advance(office: Office, claimed: Claimed) -> Claim:
    """李敏 was lent 900 yuan."""
    made = claimed("900", kind="advance", slips=())
    agree(office, made, HE_WEI, REVIEWER, CASHIER, BOOKKEEPER)
    return made


def repaid(office: Office, claim: Claim, yuan: str = "100", *, by: str = CASHIER, **more: Any) -> Claim:
    given = {"amount": Decimal(yuan), "receipt": "0007", "at": later(9), **more}
    return services.repay_advance(actor=office.actor(by), matter_id=claim.pk, **given)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ({"yuan": "0"}, "repays_too_much"),
        ({"yuan": "-1"}, "repays_too_much"),
        ({"yuan": "900.01"}, "repays_too_much"),
        ({"receipt": "\u3000"}, "no_receipt"),
        ({"way": "cash"}, "cash_not_deposited"),
    ],
)
def test_is_refused_and_stays_open(office: Office, advance: Claim, words: dict[str, str], code: str) -> None:
    with untouched(), refused(code):
        repaid(office, advance, **words)
    advance.refresh_from_db()
    assert advance.settled == 0


def test_only_the_cashier_notes_it(office: Office, advance: Claim) -> None:
    with untouched(), refused("not_the_cashier", Forbidden):
        repaid(office, advance, by=LI_MIN)


def test_what_was_not_lent_out_is_not_paid_back(office: Office, claimed: Claimed) -> None:
    lying_with_the_cashier = claimed("900", kind="advance", slips=())
    agree(office, lying_with_the_cashier, HE_WEI, REVIEWER)
    reimbursed = claimed("800")
    agree(office, reimbursed, HE_WEI, REVIEWER, CASHIER)
    for claim in (lying_with_the_cashier, reimbursed):
        with untouched(), refused("nothing_to_repay", Conflict):
            repaid(office, claim)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(fen=st.lists(st.integers(1, 60_000), max_size=5))
def test_whatever_comes_back_the_budget_gets_it_and_no_more_than_was_lent(
    office: Office, advance: Claim, fen: list[int]
) -> None:
    advance.refresh_from_db()
    spent = office.line().spent
    came = Decimal(0)
    for one in fen:
        sum_ = Decimal(one) / 100
        if sum_ > advance.amount - advance.settled - came:
            with refused("repays_too_much"):
                repaid(office, advance, str(sum_))
        else:
            repaid(office, advance, str(sum_))
            came += sum_
    assert office.line().spent == spent - came
    settled = advance.settled
    advance.refresh_from_db()
    assert advance.settled == settled + came <= advance.amount


def test_nobody_leaves_before_his_advances_are_settled(office: Office, advance: Claim) -> None:
    given = {"actor": SYSTEM, "person_id": advance.claimant_id, "at": later(9)}
    with refused("advances_open") as no:
        org.leave_office(successor_id=office.people[HE_WEI].pk, **given)
    assert str(advance.matter.number) in str(no.value)
    repaid(office, advance, "900")
    assert org.leave_office(**given).left_on is not None


def test_all_that_is_wrong_is_told_beside_its_field_with_the_most_that_may_be_given(
    office: Office, advance: Claim
) -> None:
    with untouched(), refused("repays_too_much") as no:
        repaid(office, advance, "900.01", receipt="", way="cash")
    assert set(no.value.fields) == {"amount", "receipt", "deposit"}
    assert "最多 900.00 元" in str(no.value.fields["amount"])


def told(office: Office, advance: Claim) -> str:
    found = office.world.client(LI_MIN).get(reverse("finance:claim", args=[advance.pk]))
    return str(found.content.decode())


def test_before_it_is_paid_out_nothing_is_owed(office: Office, claimed: Claimed) -> None:
    advance = claimed("900", kind="advance", slips=())
    assert "待支付" in told(office, advance) and "未结清" not in told(office, advance)


def test_its_page_its_sheet_and_its_package_tell_how_it_was_settled(
    office: Office, claimed: Claimed, advance: Claim
) -> None:
    claim = claimed("700", advance_id=advance.pk, at=later(10))
    on_its_way = told(office, advance)
    assert '<span class="st st--doing">' in on_its_way and "付款时冲销" in on_its_way
    agree(office, claim, HE_WEI, REVIEWER, CASHIER, start=11)
    repaid(office, advance, "200", receipt="S-1", at=later(20))
    page, approval = told(office, advance), Approval.objects.get(pk=advance.pk)
    sheet = [cell.text for block in printed(approval, frozenset()) for row in block.rows for cell in row]
    for words in (claim.matter.number, "收据 S-1", "700.00", "200.00"):
        assert words in page and any(words in cell for cell in sheet), words
    assert "已结清" in page and "已全部结清" in sheet
    assert reverse("finance:claim", args=[claim.pk]) in page
    package = " ".join(claim_described(approval)["settled"])
    assert claim.matter.number in package and "S-1" in package
    with_others = [
        cell.text for block in printed(approval, frozenset({"amount"})) for row in block.rows for cell in row
    ]
    assert not any("700.00" in cell for cell in with_others), (
        "sums stay hidden from whom the route hides them"
    )


def test_the_trail_writes_sums_as_every_page_does() -> None:
    paid = wording("finance.claim_paid").sentence(
        {"amount": "12000.00", "way": "transfer", "proof": "回单 7"}
    )
    assert "12,000.00 元" in paid
    moved = wording("finance.line_adjusted").sentence(
        {"title": "办公费", "before": "1000000.00", "amount": "999999.50", "reason": "批复"}
    )
    assert "1,000,000.00 元改为 999,999.50 元" in moved


def test_a_workbook_says_of_an_advance_what_its_page_says(office: Office, advance: Claim) -> None:
    def state() -> str:
        client = office.world.client(LI_MIN)
        book = client.get(reverse("finance:export"), {"box": "mine"})
        sheet = openpyxl.load_workbook(BytesIO(b"".join(book.streaming_content))).active
        rows = list(sheet.iter_rows(values_only=True))
        head = next(n for n, row in enumerate(rows) if "状态" in row)
        return str(rows[head + 1][rows[head].index("状态")])

    assert state() == "未结清"
    repaid(office, advance, "900")
    assert state() == "已结清"


def test_on_the_page_a_receipt_left_out_hides_no_sum_too_high(seated: Office, advance: Claim) -> None:
    sent = {"amount": "900.01", "way": "cash", "receipt": "", "deposit": ""}
    page = seated.client(CASHIER).post(reverse("finance:claim-repayment", args=[advance.pk]), sent)
    told = page.content.decode()
    assert all(words in told for words in ("最多 900.00 元", "请填写收据号", "请填写现金缴款单号"))
