"""Money through the API: claims for whoever may know of them, registers for those who keep or watch them."""

from tests.matrix.matrix import Arguments, Row
from tests.matrix.rows.api import CLOSED, UNSEEN, shown
from tests.matrix.rows.finance import (
    KNOWING,
    NOT_ADMINISTRATORS,
    WATCHING,
    claimed,
    flag,
    fund,
    known,
    line,
    organ,
    undertaking,
)
from tests.world import CHEN_LI, HE_WEI, LI_MIN, SHEN_JING, World

UNPAID = {**dict.fromkeys(KNOWING, 403), HE_WEI: 409}  # with him it lies, for another step
WATCHED = dict.fromkeys(WATCHING, 200)
DAY = "2026-03-01"


def of_organ(world: World) -> Arguments:
    return {"organ_id": organ(world)["ref"]}


def of_unit(world: World) -> Arguments:
    return {"unit_id": organ(world)["ref"]}


def a_line(world: World) -> Arguments:
    return {"line_id": line(world)["ref"]}


def a_flag(world: World) -> Arguments:
    return {"flag_id": flag(world)["ref"]}


def a_fund(world: World) -> Arguments:
    return {"fund_id": fund(world)["ref"]}


def sent(name: str, data: Arguments, *, all: int = 403, **more: object) -> Row:
    return Row(f"api:finance_{name}", all, nobody=CLOSED, method="post", json=True, data=data, **more)  # type: ignore[arg-type]


ROWS = [
    shown("claims"),
    shown("ageing", all=403, but=WATCHED),
    shown("show_claim", all=UNSEEN, but=known(), prepare=claimed),
    sent("submit_claim", {}, all=422),
    sent("amend_claim", {}, all=422, prepare=claimed),
    sent("pay_claim", {"way": "transfer", "proof": "7"}, all=UNSEEN, but=UNPAID, prepare=claimed),
    sent("book_claim", {"voucher": "7"}, all=UNSEEN, but=UNPAID, prepare=claimed),
    sent(
        "link_decision", {"decision_id": 0}, all=UNSEEN,
        but={**dict.fromkeys(KNOWING, 403), CHEN_LI: 404}, prepare=claimed,
    ),
    sent("repay_advance", {"amount": "1", "receipt": "7"}, all=UNSEEN, but=dict.fromkeys(KNOWING, 403), prepare=claimed),
    shown("undertakings"),
    shown("show_undertaking", all=UNSEEN, but=known(), prepare=undertaking),
    sent("submit_undertaking", {}, all=422),
    sent("amend_undertaking", {}, all=422, prepare=undertaking),
    sent(
        "sign_contract", {"signed_on": DAY}, all=UNSEEN,
        but={**dict.fromkeys(KNOWING, 403), LI_MIN: 409, CHEN_LI: 409}, prepare=undertaking,
    ),
    sent(
        "accept_undertaking", {"accepted_on": DAY, "acceptance": "合格"}, all=UNSEEN,
        but={SHEN_JING: 403, LI_MIN: 422, HE_WEI: 409, CHEN_LI: 409}, prepare=undertaking,
    ),
    Row(
        "api:finance_link_undertaking", UNSEEN, {**dict.fromkeys(KNOWING, 403), CHEN_LI: 404}, CLOSED, method="post",
        json=True, data={"decision_id": 0}, prepare=undertaking,
    ),
    shown("budget_lines", all=403, but=WATCHED),
    sent("enter_line", {"year": 2026, "code": "1", "title": "办公费", "amount": "1"}, prepare=of_organ),
    shown("standards", but=NOT_ADMINISTRATORS),
    sent(
        "set_standard", {"measure": "board", "most": "1", "paper": "办法", "valid_from": "2020-01-01"},
        prepare=of_organ,
    ),
    sent("adjust_line", {"amount": "1", "reason": "调剂"}, prepare=a_line),
    shown("large_items", all=403, but=WATCHED),
    shown("thresholds", all=403, but=WATCHED),
    shown("decisions", all=403, but=WATCHED),
    shown("split_flags", all=403, but=WATCHED),
    sent(
        "set_threshold", {"kind": "claim", "amount": "1", "paper": "办法", "valid_from": "2020-01-01"},
        but={CHEN_LI: 422}, prepare=of_organ,
    ),
    sent(
        "record_decision",
        {
            "meeting": "党组会", "item": "采购", "held_on": DAY, "entitled": 9, "present": 9, "in_favour": 9,
            "limit": "1", "evidence_id": 0,
        },
        all=404, prepare=of_organ,
    ),
    sent("explain_flag", {"explanation": "两次采购"}, all=UNSEEN, but=dict.fromkeys(KNOWING, 403), prepare=a_flag),
    shown("funds", all=403, but=WATCHED),
    sent(
        "enter_fund", {"project": "平台", "asked_of": "省财政厅", "asked": "1", "asked_on": DAY}, ids=of_unit
    ),
    sent(
        "enter_movement", {"kind": "granted", "amount": "1", "on": DAY}, all=UNSEEN,
        but=dict.fromkeys(KNOWING, 403), prepare=a_fund,
    ),
    sent("link_fund", {}, all=UNSEEN, but=dict.fromkeys(KNOWING, 403), prepare=a_fund),
    sent("close_fund", {"note": "办结"}, all=UNSEEN, but=dict.fromkeys(KNOWING, 403), prepare=a_fund),
]  # fmt: skip
