"""Contracts through the API: handed in, approved, signed, paid in part, accepted; hidden from whom they do not concern."""

from typing import Any

import pytest

from tests.api.conftest import ok
from tests.api.test_money import PAID, Seated, claim, office, seated
from tests.finance.conftest import CASHIER, REVIEWER, Office
from tests.world import CHEN_LI, HE_WEI, LI_MIN, SUN_YAO, TODAY

pytestmark = pytest.mark.usefixtures("own_folders")
__all__ = ["office", "seated"]
SUPPLIER = "澄江蓝图网络"


def plan(**more: Any) -> dict[str, Any]:
    return {
        "title": "门户网站维护合同", "party": SUPPLIER, "amount": "2000", "starts_on": str(TODAY),
        "ends_on": str(TODAY), **more,
    }  # fmt: skip


def test_a_contract_from_hand_in_to_acceptance(office: Office, seated: Seated) -> None:
    clerk = seated(LI_MIN)
    made = ok(clerk.post("/undertakings", plan()), 201)
    at = f"/undertakings/{made['id']}"
    too_early = clerk.post(f"{at}/signing", {"signed_on": str(TODAY)})
    assert (too_early.status_code, too_early.json()["code"]) == (409, "not_approved")
    for name in (HE_WEI, REVIEWER, CHEN_LI):
        ok(seated(name).post(f"/approvals/{made['id']}/agreement"))
    assert ok(clerk.post(f"{at}/signing", {"signed_on": str(TODAY)}))["signed_on"] == str(TODAY)
    too_much = clerk.post("/claims", claim(office, "2000.01", payee=SUPPLIER, contract_id=made["id"]))
    assert "contract_id" in too_much.json()["fields"]
    part = ok(clerk.post("/claims", claim(office, payee=SUPPLIER, contract_id=made["id"])), 201)
    for name in (HE_WEI, REVIEWER):
        ok(seated(name).post(f"/approvals/{part['id']}/agreement"))
    ok(seated(CASHIER).post(f"/claims/{part['id']}/payment", PAID))
    own = clerk.post(f"{at}/acceptance", {"accepted_on": str(TODAY), "acceptance": "合格"})
    assert (own.status_code, own.json()["rule"]) == (422, "F-13")
    done = ok(seated(HE_WEI).post(f"{at}/acceptance", {"accepted_on": str(TODAY), "acceptance": "合格"}))
    assert (done["paid"], done["acceptance"]) == ("800.00", "合格")
    assert [one["id"] for one in done["payments"]] == [part["id"]]
    (row,) = ok(clerk.get("/undertakings?stage=accepted"))["rows"]
    assert (row["id"], row["paid"]) == (made["id"], "800.00")


def test_whom_it_does_not_concern_does_not_find_it(office: Office, seated: Seated) -> None:
    made = ok(seated(LI_MIN).post("/undertakings", plan()), 201)
    assert seated(SUN_YAO).get(f"/undertakings/{made['id']}").status_code == 404
    assert ok(seated(SUN_YAO).get("/undertakings"))["rows"] == []


def test_all_its_faults_are_told_at_once(office: Office, seated: Seated) -> None:
    told = seated(LI_MIN).post("/undertakings", plan(title=" ", amount="0", party_code="1")).json()
    assert set(told["fields"]) >= {"title", "amount", "party_code"}
