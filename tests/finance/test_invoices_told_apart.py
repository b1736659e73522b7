"""An invoice is itself however it is written, and is claimed under its own number and sum (F-07)."""

from collections.abc import Callable
from contextlib import nullcontext
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest

from tests.finance.conftest import Office
from tests.refusing import refused, untouched
from tests.world import AT
from zhongshu.finance import services
from zhongshu.finance.models import Claim, Invoice
from zhongshu.kernel.actors import SYSTEM
from zhongshu.platform.files import services as files

pytestmark = pytest.mark.django_db
Claimed = Callable[..., Claim]
DIGITAL = "26442000000012345678"
WIDE = DIGITAL.translate({ord("0") + n: ord("０") + n for n in range(10)})


def slip(number: str, code: str = "") -> services.Slip:
    return services.Slip(number, date(2026, 9, 10), Decimal(800), code)


@pytest.mark.parametrize(
    "again", [slip(WIDE), slip(DIGITAL, "044001900111"), slip(f" {DIGITAL[:10]} {DIGITAL[10:]}")]
)
def test_the_same_digital_invoice_written_another_way_is_the_same(
    claimed: Claimed, again: services.Slip
) -> None:
    """F-07."""
    claimed(slips=(slip(DIGITAL),))
    with untouched(), refused("claim_has_faults", match="1 处") as no:
        claimed(slips=(again,))
    assert "已在" in str(no.value.fields["slips"])
    assert Invoice.objects.count() == 1


@pytest.mark.parametrize("one", [slip("12345678"), slip("1234567"), slip("١" * 20)])
def test_a_number_that_tells_no_invoice_apart_is_refused(claimed: Claimed, one: services.Slip) -> None:
    with refused("claim_has_faults") as no:
        claimed(slips=(one,))
    assert "slips" in no.value.fields


@pytest.mark.parametrize(
    ("number", "yuan", "passes"),
    [(DIGITAL, 800, True), (DIGITAL, 700, True), (DIGITAL, 801, False), (DIGITAL[:-1] + "9", 800, False)],
)
def test_an_invoice_is_claimed_under_its_own_number_and_sum(
    office: Office, claimed: Claimed, number: str, yuan: int, passes: bool
) -> None:
    """F-07: what its file tells goes before what is typed."""
    told = f"<x><EIid>{DIGITAL}</EIid><TotalTax-includedAmount>800.00</TotalTax-includedAmount></x>"
    file = files.store(actor=SYSTEM, stream=BytesIO(told.encode()), name="发票.xml", at=AT)
    one = services.Slip(number, AT.date(), Decimal(yuan), file=file)
    with nullcontext() if passes else refused("claim_has_faults", match="1 处"):
        claimed("700", slips=(one,))
    assert Invoice.objects.count() == passes
