"""An invoice is itself however it is written, and is claimed under its own number and sum (F-07)."""

from collections.abc import Callable
from contextlib import nullcontext
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.urls import reverse
from PIL import Image

from tests.finance.conftest import Office, later
from tests.refusing import refused, untouched
from tests.world import AT, HE_WEI, LI_MIN
from zhongshu.approvals import services as approvals
from zhongshu.finance import services
from zhongshu.finance.models import Claim, Invoice
from zhongshu.kernel.actors import SYSTEM
from zhongshu.platform.files import services as files
from zhongshu.platform.files.models import File

pytestmark = pytest.mark.django_db
Claimed = Callable[..., Claim]
DIGITAL = "26442000000012345678"
OTHER = DIGITAL[:-1] + "9"
WIDE = DIGITAL.translate({ord("0") + n: ord("０") + n for n in range(10)})


def _photo() -> bytes:
    drawn = BytesIO()
    Image.new("RGB", (40, 40), "white").save(drawn, "PNG")
    return drawn.getvalue()


PHOTO = _photo()


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


def stored(told: bytes, name: str) -> File:
    return files.store(actor=SYSTEM, stream=BytesIO(told), name=name, at=AT)


def shown(number: str, file: File | None, yuan: int = 400) -> services.Slip:
    return services.Slip(number, AT.date(), Decimal(yuan), file=file)


class TestOneFileIsOneInvoice:
    """F-07: by what is in it, whatever it is called."""

    def test_in_two_claims(self, claimed: Claimed) -> None:
        first = claimed("400", slips=(shown(DIGITAL, stored(PHOTO, "发票.png")),))
        again = (shown(OTHER, stored(PHOTO, "另一张.png")),)
        with untouched(), refused("claim_has_faults", match="1 处") as no:
            claimed("400", slips=again)
        assert f"{first.matter.number} {DIGITAL} 的文件" in str(no.value.fields["slips"])

    def test_in_one_claim(self, claimed: Claimed) -> None:
        two = (shown(DIGITAL, stored(PHOTO, "一.png")), shown(OTHER, stored(PHOTO, "二.png")))
        with untouched(), refused("claim_has_faults", match="1 处") as no:
            claimed("800", slips=two)
        assert DIGITAL in str(no.value.fields["slips"])

    def test_of_a_claim_that_came_to_nothing_it_is_free_again(self, office: Office, claimed: Claimed) -> None:
        first = claimed("400", slips=(shown(DIGITAL, stored(PHOTO, "发票.png")),))
        approvals.void(actor=office.actor(LI_MIN), matter_id=first.pk, reason="票号填错", at=later(1))
        assert claimed("400", slips=(shown(OTHER, stored(PHOTO, "发票.png")),))

    def test_lying_with_two_claims_is_told_to_who_decides(self, seated: Office, claimed: Claimed) -> None:
        first, second = (
            claimed("400", slips=(shown(number, None),), files=(stored(PHOTO, f"{number}.png"),))
            for number in (DIGITAL, OTHER)
        )
        page = seated.client(HE_WEI).get(reverse("finance:claim", args=[second.pk])).content.decode()
        assert f"附件“{OTHER}.png”也在 {first.matter.number} 里" in page
        assert page.count("手工填写，没有电子发票文件") == 1


def test_a_file_that_tells_of_no_invoice_shows_none(claimed: Claimed) -> None:
    """F-07."""
    notice = stored("关于召开全市督查工作推进会的通知".encode(), "通知.txt")
    with untouched(), refused("claim_has_faults", match="1 处") as no:
        claimed("400", slips=(shown(DIGITAL, notice),))
    assert "读不出别的发票" in str(no.value.fields["slips"])


def test_an_advance_rests_on_no_invoice(claimed: Claimed) -> None:
    """F-07: it is claimed when the advance is settled, and is free until then."""
    with untouched(), refused("claim_has_faults", match="1 处") as no:
        claimed("400", kind="advance", slips=(shown(DIGITAL, None),))
    assert "借款不附发票" in str(no.value.fields["slips"])


def _drawn(seed: int, *, width: int = 640, quality: int = 90) -> bytes:
    """A photograph of something with many edges, the same for the same seed; smaller or coarser on demand."""
    whole = Image.effect_mandelbrot((640, 480), (-2.0 + seed * 0.4, -1.2, 0.6 + seed * 0.1, 1.2), 60)
    kept = BytesIO()
    whole.resize((width, width * 3 // 4)).save(kept, "JPEG", quality=quality)
    return kept.getvalue()


@pytest.mark.parametrize(
    ("again", "asked"),
    [
        (_drawn(1, width=300, quality=40), True),
        (_drawn(1, quality=60), True),
        (_drawn(4), False),
    ],
)
def test_a_photograph_saved_again_is_asked_about_and_another_one_is_not(
    office: Office, claimed: Claimed, again: bytes, asked: bool
) -> None:
    """F-07: another file, another number, the same picture: whoever decides is asked, nothing is refused."""

    def photo(content: bytes, name: str) -> File:
        return files.store(actor=SYSTEM, stream=BytesIO(content), name=name, at=AT)

    first = claimed("300", files=(photo(_drawn(1), "发票.jpg"),))
    second = claimed("300", number=OTHER, files=(photo(again, "又一张.jpg"),))
    words = f"照片“又一张.jpg”与 {first.matter.number} 里的一张几乎一样。"
    page = office.world.client(LI_MIN).get(reverse("finance:claim", args=[second.pk])).content.decode()
    assert (words in page) is asked and ("请打开对照" in page) is asked
    approvals.void(actor=office.actor(LI_MIN), matter_id=first.pk, reason="填错了", at=later(1))
    page = office.world.client(LI_MIN).get(reverse("finance:claim", args=[second.pk])).content.decode()
    assert words not in page, "what is void claims nothing"
