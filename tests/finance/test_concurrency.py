"""Many people claim against one budget line at once: it is never overdrawn, and one invoice is claimed once."""

from decimal import Decimal

import pytest

from tests.finance.conftest import Office, draft, prepared
from tests.threads import at_once
from tests.world import AT, LI_MIN, build
from zhongshu.finance import services
from zhongshu.finance.models import BudgetLine, Claim, Invoice

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
