"""Money through the API: a claim from hand-in to the books, registers for who keeps or watches them."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.api.conftest import Program, Programs, ok, uploaded
from tests.finance.conftest import BOOKKEEPER, CASHIER, DEPUTY, POSTS, REVIEWER, Office, prepared
from tests.world import AT, CHEN_LI, HE_WEI, LI_MIN, SHEN_JING, SUN_YAO, TODAY, World
from zhongshu.finance.models import BudgetLine, Claim
from zhongshu.org import queries as org
from zhongshu.platform.accounts import services as accounts
from zhongshu.platform.accounts.models import User

pytestmark = pytest.mark.usefixtures("own_folders")
Seated = Callable[[str], Program]
NUMBER = "26442000000012345678"
PAID, BOOKED = {"way": "transfer", "proof": "回单 7"}, {"voucher": "记-12"}


@pytest.fixture
def office(world: World, clock: object) -> Office:
    made = prepared(world)
    made.organ.fonds_code = "Z001"
    made.organ.save()
    return made


@pytest.fixture
def seated(office: Office, program: Programs) -> Seated:
    """A program in the name of somebody of the office, the finance people included."""
    made: dict[str, Program] = {}

    def of(name: str) -> Program:
        if name not in POSTS:
            return program(name)
        if name not in made:
            person = office.people[name]
            person.user = User.objects.create(username=person.staff_number, password_changed_at=AT)
            person.save()
            actor = org.actor_of(person, TODAY)
            secret = accounts.make_token(actor=actor, user_id=person.user.pk, name="测试", at=AT)
            made[name] = Program(secret.text)
        return made[name]

    return of


def claim(office: Office, yuan: str = "800", **more: Any) -> dict[str, Any]:
    day = str(TODAY)
    return {
        "title": "购买打印耗材", "category": "office", "payee": "澄江文具店", "line_id": office.line().pk,
        "items": [{"note": "硒鼓", "spent_on": day, "amount": yuan}],
        "slips": [{"number": NUMBER, "issued_on": day, "amount": yuan}],
        **more,
    }  # fmt: skip


def test_a_claim_is_approved_paid_and_booked(office: Office, seated: Seated) -> None:
    made = ok(seated(LI_MIN).post("/claims", claim(office)), 201)
    at = f"/claims/{made['id']}"
    assert (made["amount"], made["paper"]["state"], made["invoices"][0]["number"]) == (
        "800.00",
        "running",
        NUMBER,
    )
    too_early = seated(CASHIER).post(f"{at}/payment", PAID)
    assert (too_early.status_code, too_early.json()["code"]) == (404, "no_such_matter")
    for name in (HE_WEI, REVIEWER):
        ok(seated(name).post(f"/approvals/{made['id']}/agreement"))
    offered = ok(seated(CASHIER).get(f"/approvals/{made['id']}"))["offered"]
    assert "pay" in offered and "agree" not in offered, "plain agreeing is refused there"
    not_the_books = seated(CASHIER).post(f"{at}/booking", BOOKED)
    assert (not_the_books.status_code, not_the_books.json()["code"]) == (409, "another_step")
    assert ok(seated(CASHIER).post(f"{at}/payment", {"opinion": "已转账", **PAID}))["paid_at"]
    assert "book" in ok(seated(BOOKKEEPER).get(f"/approvals/{made['id']}"))["offered"]
    booked = ok(seated(BOOKKEEPER).post(f"{at}/booking", BOOKED))
    assert booked["booked_at"] and booked["paper"]["state"] == "approved"
    assert (booked["pay_way"], booked["pay_proof"], booked["voucher"]) == ("transfer", "回单 7", "记-12")
    assert BudgetLine.objects.get().spent == Decimal(800)
    assert [one["id"] for one in ok(seated(LI_MIN).get("/claims"))["rows"]] == [made["id"]]


def test_all_faults_of_a_claim_are_told_at_once(office: Office, seated: Seated) -> None:
    wrong = claim(office, "200000", title="", payee="", category="travel", slips=[])
    no = seated(LI_MIN).post("/claims", wrong)
    assert (no.status_code, no.json()["code"]) == (422, "claim_has_faults")
    assert set(no.json()["fields"]) == {"title", "payee", "slips", "line_id", "basis_id"}
    assert not Claim.objects.exists()


def test_the_same_invoice_is_claimed_once(office: Office, seated: Seated) -> None:
    first = ok(seated(LI_MIN).post("/claims", claim(office)), 201)
    again = seated(LI_MIN).post("/claims", claim(office)).json()
    assert first["number"] in again["fields"]["slips"]


def test_given_back_it_is_amended_with_its_files(office: Office, seated: Seated) -> None:
    made = ok(seated(LI_MIN).post("/claims", claim(office)), 201)
    back = {"target": "submit", "straight": False, "opinion": "附上发票"}
    ok(seated(HE_WEI).post(f"/approvals/{made['id']}/return", back))
    file = ok(uploaded(seated(LI_MIN), "发票.txt", f"发票号码：{NUMBER}"), 201)
    sent = claim(office, "700", file_ids=[file["id"]], opinion="已补")
    sent["slips"][0]["file_id"] = file["id"]
    amended = ok(seated(LI_MIN).post(f"/claims/{made['id']}/amendment", sent))
    assert (amended["amount"], len(amended["paper"]["files"])) == ("700.00", 1)
    assert seated(SUN_YAO).post(f"/claims/{made['id']}/amendment", claim(office)).status_code == 404


def test_the_budget_is_read_and_adjusted(office: Office, seated: Seated) -> None:
    keeper = seated(DEPUTY)
    ok(seated(LI_MIN).post("/claims", claim(office)), 201)
    (line,) = ok(keeper.get("/budget-lines"))
    assert (line["reserved"], line["balance"]) == ("800.00", "99200.00")
    at = f"/budget-lines/{line['id']}/amount"
    assert ok(keeper.post(at, {"amount": "90000", "reason": "年中调剂"}))["amount"] == "90000.00"
    short = keeper.post(at, {"amount": "1", "reason": "年中调剂"})
    assert (short.status_code, short.json()["rule"]) == (422, "F-05")
    organ = office.organ.pk
    new = {"year": 2026, "code": "30216", "title": "培训费", "amount": "5000", "categories": ["training"]}
    assert ok(keeper.post(f"/organs/{organ}/budget-lines", new), 201)["categories"] == ["training"]
    for one in (LI_MIN, SUN_YAO):
        assert seated(one).get("/budget-lines").status_code == 403
    assert seated(LI_MIN).post(at, {"amount": "1", "reason": "试试"}).status_code == 403


def test_standards_of_expense_are_set_by_a_paper_and_read_by_all(office: Office, seated: Seated) -> None:
    at = f"/organs/{office.organ.pk}/standards"
    new = {
        "measure": "lodging",
        "most": "350",
        "grade": "county",
        "paper": "8号文",
        "valid_from": "2026-01-01",
    }
    made = ok(seated(DEPUTY).post(at, new), 201)
    assert (made["most"], made["grade"], made["place"]) == ("350.00", "county", "")
    assert ok(seated(LI_MIN).get("/standards")) == [made]
    assert seated(LI_MIN).post(at, new).status_code == 403
    assert seated(DEPUTY).post(at, {**new, "grade": "emperor"}).status_code == 422


def test_large_items_need_a_recorded_decision(office: Office, seated: Seated) -> None:
    leader, organ, today = seated(CHEN_LI), office.organ.pk, str(TODAY)
    limit = {"kind": "claim", "amount": "1000", "paper": "大额资金管理办法", "valid_from": today}
    assert ok(leader.post(f"/organs/{organ}/thresholds", limit), 201)["amount"] == "1000.00"
    made = ok(seated(LI_MIN).post("/claims", claim(office, "5000")), 201)
    ok(seated(HE_WEI).post(f"/approvals/{made['id']}/agreement"))
    refused = seated(REVIEWER).post(f"/approvals/{made['id']}/agreement").json()
    assert refused["rule"] == "M-15"
    evidence = ok(uploaded(leader, "会议纪要.txt", "会议纪要"), 201)
    decided = {
        "meeting": "第3次党组会", "item": "购买耗材", "held_on": today, "entitled": 9, "present": 8,
        "in_favour": 8, "limit": "6000", "evidence_id": evidence["id"],
    }  # fmt: skip
    decision = ok(leader.post(f"/organs/{organ}/decisions", decided), 201)
    linked = ok(leader.post(f"/claims/{made['id']}/decision", {"decision_id": decision["id"]}))
    assert linked["decision_id"] == decision["id"]
    for name in (CHEN_LI, SHEN_JING):
        (item,) = ok(seated(name).get("/large-items"))
        assert (item["id"], item["decision_id"]) == (made["id"], decision["id"])
        assert len(ok(seated(name).get("/thresholds"))) == len(ok(seated(name).get("/decisions"))) == 1
    assert seated(SUN_YAO).get("/large-items").status_code == 403


def test_sums_split_below_the_threshold_are_flagged_and_answered(office: Office, seated: Seated) -> None:
    organ, today = office.organ.pk, str(TODAY)
    limit = {"kind": "claim", "amount": "1000", "paper": "大额资金管理办法", "valid_from": today}
    ok(seated(CHEN_LI).post(f"/organs/{organ}/thresholds", limit), 201)
    for end in ("1", "2"):
        slips = [{"number": NUMBER[:-1] + end, "issued_on": today, "amount": "800"}]
        ok(seated(LI_MIN).post("/claims", claim(office, slips=slips)), 201)
    (flag,) = ok(seated(SHEN_JING).get("/split-flags"))
    at = f"/split-flags/{flag['id']}/explanation"
    assert seated(LI_MIN).post(at, {"explanation": "两次采购"}).status_code == 403
    assert ok(seated(REVIEWER).post(at, {"explanation": "两次采购"}))["explanation"] == "两次采购"


def test_funds_from_above(office: Office, seated: Seated) -> None:
    keeper, asked = seated(DEPUTY), "2026-03-01"
    new = {
        "unit_id": office.organ.pk,
        "project": "督查平台",
        "asked_of": "省财政厅",
        "asked": "50",
        "asked_on": asked,
    }
    fund = ok(keeper.post("/funds", new), 201)
    at = f"/funds/{fund['id']}"
    got = {"amount": "30", "on": str(date(2026, 4, 1))}
    ok(keeper.post(f"{at}/movements", {"kind": "granted", **got}), 201)
    more = keeper.post(f"{at}/movements", {"kind": "received", "amount": "31", "on": "2026-04-02"})
    assert more.json()["code"] == "more_than_there_was"
    ok(keeper.post(f"{at}/closure", {"note": "已用于一期"}))
    (told,) = ok(keeper.get("/funds"))
    assert (told["granted"], told["received"], told["note"]) == ("30.00", "0.00", "已用于一期")
    assert seated(LI_MIN).get("/funds").status_code == 403


def test_ageing_is_told_to_those_who_see_the_budget(office: Office, seated: Seated) -> None:
    made = ok(seated(LI_MIN).post("/claims", claim(office)), 201)
    (waits,) = ok(seated(CHEN_LI).get("/claims/ageing"))
    assert (waits["id"], waits["waits_for"], waits["late"]) == (made["id"], "review", False)
    assert seated(LI_MIN).get("/claims/ageing").status_code == 403


def test_an_advance_is_repaid(office: Office, seated: Seated) -> None:
    made = ok(seated(LI_MIN).post("/claims", claim(office, "500", kind="advance", slips=[])), 201)
    for name in (HE_WEI, REVIEWER):
        ok(seated(name).post(f"/approvals/{made['id']}/agreement"))
    ok(seated(CASHIER).post(f"/claims/{made['id']}/payment", PAID))
    back = {"amount": "200", "receipt": "0007"}
    assert ok(seated(CASHIER).post(f"/claims/{made['id']}/repayment", back))["settled"] == "200.00"
    assert seated(LI_MIN).post(f"/claims/{made['id']}/repayment", back).status_code == 403
