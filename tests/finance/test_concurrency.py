"""Many people claim against one budget line at once: it is never overdrawn, and one invoice is claimed once."""

from decimal import Decimal

import pytest

from tests.finance.conftest import Office, draft, prepared
from tests.finance.test_undertakings import SUPPLIER, approved, handed_in, signed
from tests.threads import at_once
from tests.world import AT, LI_MIN, build
from zhongshu.finance import queries, services
from zhongshu.finance.models import BudgetLine, Claim, Invoice, Undertaking

pytestmark = pytest.mark.django_db(transaction=True)
CROWD = 8


@pytest.fixture
def small() -> Office:
    """A line of 2,500 yuan: three claims of 800 fit, and no fourth."""
    made = prepared(build())
    BudgetLine.objects.update(amount=Decimal(2500))
    return made


def test_the_line_is_never_overdrawn(small: Office) -> None:
    actor = small.actor(LI_MIN)
    drafts = [draft(number=f"264420000000000000{number:02d}") for number in range(CROWD)]
    ends = at_once(lambda number: services.submit_claim(actor=actor, draft=drafts[number], at=AT), CROWD)
    line = BudgetLine.objects.get()
    assert len(ends) == CROWD
    assert ends.count(None) == Claim.objects.count() == 3
    assert line.reserved == Decimal(2400)


def test_one_invoice_is_claimed_once(small: Office) -> None:
    actor, same = small.actor(LI_MIN), draft("100")
    ends = at_once(lambda number: services.submit_claim(actor=actor, draft=same, at=AT), CROWD)
    assert len(ends) == CROWD
    assert ends.count(None) == 1
    assert Invoice.objects.filter(live=True).count() == Claim.objects.count() == 1


@pytest.fixture
def contract() -> tuple[Office, Undertaking]:
    """A contract of 2,000 yuan and a line that would bear many times as much: two payments of 800 fit."""
    made = prepared(build())
    return made, signed(made, "2000")


def test_a_contract_is_never_paid_beyond_its_sum(contract: tuple[Office, Undertaking]) -> None:
    office, one = contract
    actor = office.actor(LI_MIN)
    drafts = [
        draft("800", payee=SUPPLIER, contract_id=one.pk, number=f"264420000000000000{number:02d}")
        for number in range(CROWD)
    ]
    ends = at_once(lambda number: services.submit_claim(actor=actor, draft=drafts[number], at=AT), CROWD)
    refused = [end for end in ends if end is not None]
    assert ends.count(None) == Claim.objects.filter(contract=one).count() == 2
    assert all("contract_id" in end.fields for end in refused)
    assert queries.bound_by(one) == Decimal(1600)


def test_a_project_is_never_contracted_beyond_its_sum() -> None:
    office = prepared(build())
    project = approved(office, handed_in(office, "100000", kind="project", party="信息科"))
    ends = at_once(lambda _number: handed_in(office, "40000", project_id=project.pk), CROWD)
    assert ends.count(None) == project.contracts.count() == 2
    assert queries.bound_by(project) == Decimal(80000)
