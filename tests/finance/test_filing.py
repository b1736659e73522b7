"""Money in the archive: a claim when it is booked, an advance when nothing of it is owed, a contract when accepted."""

import json
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.finance.conftest import BOOKKEEPER, CASHIER, REVIEWER, Office, decide, later
from tests.finance.test_undertakings import signed
from tests.platform.typesetting.pages import Pages
from tests.world import AT, HE_WEI, LI_MIN
from zhongshu.approvals import services as approvals
from zhongshu.archive import queries as archive
from zhongshu.archive.models import Deposit
from zhongshu.finance import services
from zhongshu.finance.models import Claim

pytestmark = pytest.mark.django_db
Claimed = Callable[..., Claim]


@pytest.fixture(autouse=True)
def fonds(office: Office, settings: Any, tmp_path: Path) -> None:
    settings.FILES_ROOT, settings.ARCHIVE_ROOT = tmp_path / "files", tmp_path / "archive"
    office.organ.fonds_code = "Z001"
    office.organ.save()


def walked(office: Office, claim: Claim, *names: str) -> None:
    for hour, name in enumerate(names, start=1):
        decide(office.actor(name), claim.pk, later(hour))


def test_a_claim_is_filed_when_it_is_booked_and_not_before(office: Office, claimed: Claimed) -> None:
    claim = claimed()
    walked(office, claim, HE_WEI, REVIEWER, CASHIER)
    approvals.file_away(matter_id=claim.pk, at=later(5))
    assert not Deposit.objects.exists()
    services.book_claim(actor=office.actor(BOOKKEEPER), matter_id=claim.pk, voucher="记-1", at=later(6))
    approvals.file_away(matter_id=claim.pk, at=later(7))
    filed = Deposit.objects.get(pk=claim.pk)
    folder = archive.place_of(filed)
    about = json.loads((folder / "metadata.json").read_text())["described"]
    assert filed.retention == "D30"
    assert (about["amount"], about["paid_by"], about["booked_by"]) == ("800.00", CASHIER, BOOKKEEPER)
    assert about["invoices"] == ["26442000000012345678 800.00"]
    run = subprocess.run([sys.executable, "-I", "-S", str(folder / "check.py")], capture_output=True)
    assert run.returncode == 0


def test_an_advance_waits_until_nothing_of_it_is_owed(office: Office, claimed: Claimed) -> None:
    advance = claimed(kind="advance", slips=())
    walked(office, advance, HE_WEI, REVIEWER, CASHIER, BOOKKEEPER)
    assert approvals.ask_for_deposits(at=later(6)) == 0
    services.repay_advance(
        actor=office.actor(CASHIER), matter_id=advance.pk, amount=Decimal(800), receipt="0007", at=later(7)
    )
    assert approvals.ask_for_deposits(at=later(8)) == 1
    approvals.file_away(matter_id=advance.pk, at=later(8))
    assert Deposit.objects.get().matter_id == advance.pk


def test_a_contract_is_filed_when_what_it_delivered_is_accepted(office: Office) -> None:
    contract = signed(office, "5000")
    assert approvals.ask_for_deposits(at=later(6)) == 0
    services.accept_undertaking(
        actor=office.actor(HE_WEI),
        matter_id=contract.pk,
        accepted_on=AT.date(),
        acceptance="符合约定",
        at=later(6),
    )
    assert approvals.ask_for_deposits(at=later(7)) == 1


def test_a_refused_claim_is_filed_with_its_reason(office: Office, claimed: Claimed) -> None:
    claim = claimed()
    approvals.refuse(actor=office.actor(HE_WEI), matter_id=claim.pk, opinion="不符合规定", at=later(1))
    approvals.file_away(matter_id=claim.pk, at=later(2))
    told = archive.place_of(Deposit.objects.get()) / "files" / "002_approval.json"
    assert json.loads(told.read_text())["parts"][0]["opinion"] == "不符合规定"


def test_a_contract_tells_the_archive_and_its_sheet_what_ran_from_it(
    office: Office, claimed: Claimed
) -> None:
    """What was agreed, with whom, what was paid under which proof, who signed and who accepted."""
    one = signed(office, "5000")
    claim = claimed("800", payee=one.party, contract_id=one.pk, at=later(6))
    for hour, name in enumerate((HE_WEI, REVIEWER, CASHIER), start=7):
        decide(office.actor(name), claim.pk, later(hour))
    services.accept_undertaking(
        actor=office.actor(HE_WEI),
        matter_id=one.pk,
        accepted_on=AT.date(),
        acceptance="全部到货",
        at=later(12),
    )
    told = "".join(
        Pages(approvals.take_sheet(actor=office.actor(HE_WEI), matter_id=one.pk, at=later(13))).cells()
    )
    for words in (
        "合同审批单",
        f"对方单位{one.party}",
        "人民币（大写）伍仟元整",
        "全部到货",
        claim.matter.number,
    ):
        assert words in told, words
    approvals.file_away(matter_id=one.pk, at=later(14))
    folder = archive.place_of(Deposit.objects.get(pk=one.pk))
    about = json.loads((folder / "metadata.json").read_text())["described"]
    assert (about["party"], about["amount"], about["paid"]) == (one.party, "5000.00", "800.00")
    assert about["payments"] == [f"{claim.matter.number} 800.00 回单{claim.pk}"]
    assert (about["signed_by"], about["accepted_by"], about["acceptance"]) == (LI_MIN, HE_WEI, "全部到货")
