"""Papers of approval through the API: every verb by those whose step it is, refusals in the common form."""

from typing import Any

import pytest

from tests.api.conftest import Program, Programs, ok, uploaded
from tests.approvals.conftest import LEAVE, publish
from tests.world import CHEN_LI, HE_WEI, LI_MIN, SHEN_JING, SUN_YAO, WANG_JIANPING, World
from zhongshu.approvals.models import Approval
from zhongshu.kernel.clock import now

SECRET = {
    **LEAVE,
    "name": "secret",
    "fields": [*LEAVE["fields"], {"code": "note", "label": "内情", "required": False}],
    "body": [{**LEAVE["body"][0], "rights": {"note": "hide"}}],
}
PAPER = {"route": "leave", "title": "用印申请", "body": "", "values": {"subject": "印发通报", "copies": "12"}}


pytestmark = pytest.mark.usefixtures("own_folders")


@pytest.fixture(autouse=True)
def routes(world: World, clock: object) -> None:
    publish(LEAVE, at=now())
    publish(SECRET, at=now())


def handed_in(drafter: Program, **more: Any) -> str:
    return f"/approvals/{ok(drafter.post('/approvals', {**PAPER, **more}), 201)['id']}"


def test_a_request_is_handed_in_and_agreed_to_by_those_it_lies_with(world: World, program: Programs) -> None:
    drafter, head, leader = program(LI_MIN), program(HE_WEI), program(CHEN_LI)
    assert {one["name"] for one in ok(drafter.get("/approvals/routes"))} == {"leave", "secret"}
    at = handed_in(drafter)
    (waiting,) = ok(head.get("/approvals"))["rows"]
    assert (f"/approvals/{waiting['id']}", waiting["state"]) == (at, "running")
    seen = ok(head.get(at))
    assert {"agree", "refuse", "give_back"} <= set(seen["offered"])
    assert seen["returnable"] == [{"code": "submit", "title": ""}]
    ok(head.post(f"{at}/agreement", {"opinion": "拟同意"}))
    ended = ok(leader.post(f"{at}/agreement"))
    assert (ended["state"], ended["holders"]) == ("approved", []) and ended["closed_at"]
    assert [(one["who"], one["opinion"]) for one in ended["parts"]] == [(HE_WEI, "拟同意"), (CHEN_LI, "")]
    assert ok(drafter.get("/approvals", scope="mine", ended="true"))["rows"][0]["id"] == ended["id"]


def test_signers_opinions_and_hand_ons(world: World, program: Programs) -> None:
    drafter, head, leader = program(LI_MIN), program(HE_WEI), program(CHEN_LI)
    chen = world.people[CHEN_LI].pk
    at = handed_in(drafter)
    added = ok(head.post(f"{at}/signer", {"person_id": chen, "place": "beside"}))
    (signer,) = added["removable"]
    assert signer["name"] == CHEN_LI
    ok(head.post(f"{at}/signer-removal", {"seat": signer["seat"]}))
    ok(head.post(f"{at}/delegation", {"person_id": chen}))
    ok(leader.post(f"{at}/advice", {"opinion": "可行"}))
    moved = ok(head.post(f"{at}/reassignment", {"person_id": chen, "opinion": "请领导定"}))
    assert moved["holders"] == [chen] and {one["state"] for one in moved["parts"]} >= {"advised", "handed_on"}


def test_returned_taken_back_and_handed_in_again(world: World, program: Programs) -> None:
    drafter, head = program(LI_MIN), program(HE_WEI)
    at = handed_in(drafter)
    assert ok(drafter.post(f"{at}/taking-back"))["state"] == "drafting"
    ok(drafter.post(f"{at}/form", {"values": PAPER["values"]}))
    back = {"target": "submit", "straight": True, "opinion": "份数不对"}
    assert ok(head.post(f"{at}/return", back))["state"] == "drafting"
    again = ok(drafter.post(f"{at}/form", {"values": {"subject": "印发通报", "copies": "2"}}))
    assert (again["values"]["copies"], again["state"]) == ("2", "running")
    no = head.post(f"{at}/return", {**back, "target": "nowhere"})
    assert (no.status_code, no.json()["code"]) == (422, "not_an_earlier_stage")


def test_suspended_resumed_reminded_copied_void(world: World, program: Programs) -> None:
    drafter = program(LI_MIN)
    at = handed_in(drafter)
    assert ok(drafter.post(f"{at}/suspension", {"reason": "等材料"}))["state"] == "suspended"
    stopped = program(HE_WEI).post(f"{at}/agreement")
    assert (stopped.status_code, stopped.json()["code"]) == (409, "not_in_this_status")
    ok(drafter.post(f"{at}/resumption"))
    ok(drafter.post(f"{at}/reminder", {"note": "请尽快"}))
    assert drafter.post(f"{at}/reminder").json()["code"] == "reminded_today"
    stranger = drafter.post(f"{at}/copy", {"person_ids": [world.people[WANG_JIANPING].pk]})
    assert (stranger.status_code, stranger.json()["code"]) == (422, "no_colleague")
    ok(drafter.post(f"{at}/copy", {"person_ids": [world.people[SHEN_JING].pk]}))
    assert ok(program(SHEN_JING).get(at))["offered"] == []
    void = ok(drafter.post(f"{at}/voiding", {"reason": "不办了"}))
    assert (void["state"], void["timeline"][0]["who"]) == ("void", LI_MIN)


def test_a_refusal_has_the_form_of_every_other(world: World, program: Programs) -> None:
    at = handed_in(program(LI_MIN))
    no = program(LI_MIN).post(f"{at}/agreement")
    assert (no.status_code, no.json()["code"], no["Content-Type"]) == (
        403, "not_your_seat", "application/problem+json",
    )  # fmt: skip
    assert program(SUN_YAO).post(f"{at}/agreement").json()["code"] == "no_such_matter"
    empty = program(HE_WEI).post(f"{at}/refusal", {"opinion": " "})
    assert (empty.status_code, set(empty.json()["fields"])) == (422, {"opinion"})
    wrong = program(LI_MIN).post("/approvals", {**PAPER, "values": {"copies": "两份"}})
    assert (wrong.status_code, set(wrong.json()["fields"])) == (422, {"subject", "copies"})
    long = program(LI_MIN).post("/approvals", {**PAPER, "title": "长" * 201})
    assert set(long.json()["fields"]) == {"title"} and Approval.objects.count() == 1


def test_what_is_hidden_from_a_reader_is_not_told(world: World, program: Programs) -> None:
    values = {**PAPER["values"], "note": "不宜外传"}  # type: ignore[dict-item]
    at = handed_in(program(LI_MIN), route="secret", values=values)
    assert ok(program(LI_MIN).get(at))["values"]["note"] == "不宜外传"
    seen = program(HE_WEI).get(at)
    assert "不宜外传" not in seen.content.decode() and ok(seen)["unseen"] == 1


def test_many_are_agreed_to_and_each_refusal_is_told(world: World, program: Programs) -> None:
    papers = [int(handed_in(program(LI_MIN)).rpartition("/")[2]) for _ in range(2)]
    told = ok(program(HE_WEI).post("/approvals/agreements", {"matter_ids": [*papers, 0]}))
    assert told["done"] == papers
    assert [(one["id"], one["code"]) for one in told["refused"]] == [(0, "no_such_matter")]


def test_the_sheet_is_a_pdf(world: World, program: Programs) -> None:
    at = handed_in(program(LI_MIN))
    sheet = program(HE_WEI).get(f"{at}/sheet")
    assert (sheet["Content-Type"], sheet.content[:5]) == ("application/pdf", b"%PDF-")
    assert program(SUN_YAO).get(f"{at}/sheet").status_code == 404


def test_files_go_with_it_and_come_back_from_it(program: Programs) -> None:
    drafter = program(LI_MIN)
    stored = ok(uploaded(drafter, "通报.txt", "通报全文"), 201)
    at = handed_in(drafter, file_ids=[stored["id"]])
    (attached,) = ok(program(HE_WEI).get(at))["files"]
    taken = program(HE_WEI).get(f"{at}/files/{attached['id']}")
    assert b"".join(taken.streaming_content).decode() == "通报全文"
    assert program(HE_WEI).post("/approvals", {**PAPER, "file_ids": [stored["id"]]}).status_code == 404


def test_a_retry_under_the_same_key_decides_once(world: World, program: Programs) -> None:
    at, head = handed_in(program(LI_MIN)), program(HE_WEI)
    first = ok(head.post(f"{at}/agreement", {"opinion": "同意"}, key="a-1"))
    assert ok(head.post(f"{at}/agreement", {"opinion": "同意"}, key="a-1"))["parts"] == first["parts"]


@pytest.mark.parametrize("person", [0, -1, 2**31 - 1])
def test_a_person_who_is_not_there_is_no_signer(world: World, program: Programs, person: int) -> None:
    at, head = handed_in(program(LI_MIN)), program(HE_WEI)
    for verb, more in (("signer", {"place": "before"}), ("delegation", {}), ("reassignment", {})):
        assert head.post(f"{at}/{verb}", {"person_id": person, **more}).status_code in (404, 422), verb
    assert program(LI_MIN).post(f"{at}/copy", {"person_ids": [person]}).status_code == 404
