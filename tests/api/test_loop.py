"""The main job through the API, from words to the archive, by five people."""

from datetime import date
from pathlib import Path

import pytest

from tests.api.conftest import Programs, ok, uploaded
from tests.world import CHEN_LI, HE_WEI, LI_MIN, SUN_YAO, WANG_JIANPING, WU_XIAOFANG, ZHOU_QIMING, World
from zhongshu.matters.models import Matter

MINUTES = "会议议定：由市发展改革委牵头，市财政局配合，10月底前拿出老旧小区改造资金方案。"


pytestmark = pytest.mark.usefixtures("own_folders")


ANOTHER = {"how": "go_on", "reason": "另一件"}


def opening(world: World, **more: object) -> dict[str, object]:
    return {
        "unit_id": world.units["SWB-DC"].pk,
        "title": "老旧小区改造",
        "requirement": "请抓紧办理。",
        "lead_id": world.units["FGW"].pk,
        "due": "2026-10-16",
        "source_title": "第15次常委会会议纪要",
        "source_date": "2026-09-10",
        "basis": "第15次常委会会议纪要",
        "approver_id": world.people[CHEN_LI].pk,
        **more,
    }


def test_minutes_become_matters(world: World, program: Programs) -> None:
    clerk = program(LI_MIN)
    unit = world.units["SWB-DC"].pk
    intake = ok(clerk.post("/intakes", {"unit_id": unit, "title": "常委会纪要", "text": MINUTES}), 201)
    (found,) = intake["findings"]
    assert found["lead_id"] == world.units["FGW"].pk
    assert found["support_ids"] == [world.units["CZJ"].pk]
    choice = {
        "finding_id": found["id"], "action": found["action"], "lead_id": found["lead_id"],
        "support_ids": found["support_ids"], "due": found["due"],
    }  # fmt: skip
    body = {"unit_id": unit, "approver_id": world.people[CHEN_LI].pk, "basis": "纪要", "choices": [choice]}
    opened = ok(clerk.post(f"/intakes/{intake['id']}/confirmation", body), 201)
    assert [row["state"] for row in opened["rows"]] == ["dispatched"]
    assert clerk.post(f"/intakes/{intake['id']}/confirmation", body).status_code == 409


def test_the_whole_loop(world: World, program: Programs) -> None:
    clerk, undertaker = program(LI_MIN), program(WANG_JIANPING)
    leader = {
        "instructed_by_id": world.people[CHEN_LI].pk, "instruction": "请督办", "origin": "instruction",
        "instruction_class": "order", "instructed_on": "2026-09-10",
    }  # fmt: skip
    made = ok(clerk.post("/directives", opening(world, **leader)), 201)
    at = f"/directives/{made['id']}"
    assert "sign_for" in ok(undertaker.get(at))["offered"]
    assert ok(undertaker.post(f"{at}/signature"))["state"] == "undertaking"
    told = ok(undertaker.post(f"{at}/progress", {"text": "已进场", "blocker": "money"}))
    assert (told["last_progress"], told["blocker"]) == ("已进场", "money")
    ok(clerk.post(f"{at}/reminders", {"note": "请抓紧"}))
    ok(undertaker.post(f"{at}/extension-request", {"new_due": "2026-10-30", "reason": "等批复"}))
    decided = ok(program(HE_WEI).post(f"{at}/extension-decision", {"approve": True}))
    assert (decided["current_due"], decided["original_due"]) == ("2026-10-30", "2026-10-16")
    proof = ok(uploaded(undertaker), 201)
    done = {"feedback": "已改造完毕", "signed_by_id": world.people[ZHOU_QIMING].pk, "file_ids": [proof["id"]]}
    assert ok(undertaker.post(f"{at}/completion", done))["state"] == "reviewing"
    assert ok(clerk.post(f"{at}/return", {"reason": "缺照片"}))["state"] == "undertaking"
    ok(undertaker.post(f"{at}/completion", done))
    ok(clerk.post(f"{at}/acceptance", {"opinion": "属实"}))
    ok(clerk.post(f"{at}/answer", {"answer": "已办结"}))
    closed = ok(clerk.post(f"{at}/closure"))
    assert closed["state"] == "archived"
    assert closed["archived_at"]
    (attached,) = closed["files"]
    taken = program(LI_MIN).get(f"{at}/files/{attached['id']}")
    assert b"".join(taken.streaming_content).decode() == "验收合格"
    assert program(SUN_YAO).get(f"{at}/files/{attached['id']}").status_code == 404
    assert [event["verb"] for event in closed["timeline"]][-1] == "supervision.registered"
    assert ok(program(CHEN_LI).get(f"{at}/timeline"))[0]["what"]


def test_boxes_ledger_and_search_show_the_same_matter(world: World, program: Programs) -> None:
    made = ok(program(LI_MIN).post("/directives", opening(world)), 201)
    undertaker = program(WANG_JIANPING)
    assert [row["id"] for row in ok(undertaker.get("/boxes/todo"))["rows"]] == [made["id"]]
    assert ok(undertaker.get("/boxes"))["todo"] == 1
    assert [row["id"] for row in ok(program(LI_MIN).get("/boxes/started"))["rows"]] == [made["id"]]
    assert [row["id"] for row in ok(undertaker.get("/directives"))["rows"]] == [made["id"]]
    assert [row["id"] for row in ok(undertaker.get("/search", q="小区"))["rows"]] == [made["id"]]
    assert ok(program(SUN_YAO).get("/search", q="小区"))["rows"] == []
    assert ok(undertaker.get("/directives", closed="true"))["rows"] == []


def test_the_ledger_turns_by_cursor(world: World, program: Programs) -> None:
    clerk = program(LI_MIN)
    for day in range(1, 28):
        ok(clerk.post("/directives", opening(world, due=date(2026, 12, day), decided=ANOTHER)), 201)
    first = ok(clerk.get("/directives"))
    second = ok(clerk.get("/directives", cursor=first["next_cursor"]))
    assert [len(first["rows"]), len(second["rows"]), second["next_cursor"]] == [25, 2, ""]


def test_what_one_may_not_see_does_not_exist(world: World, program: Programs) -> None:
    made = ok(program(LI_MIN).post("/directives", opening(world)), 201)
    for path in (f"/directives/{made['id']}", f"/directives/{made['id']}/timeline", "/intakes/1"):
        answer = program(SUN_YAO).get(path)
        assert answer.status_code == 404
        assert answer["Content-Type"] == "application/problem+json"
    assert program(SUN_YAO).post(f"/directives/{made['id']}/signature").json()["code"] == "no_such_matter"


def test_what_is_not_ones_to_do_is_refused_with_its_rule(world: World, program: Programs) -> None:
    made = ok(program(LI_MIN).post("/directives", opening(world)), 201)
    answer = program(LI_MIN).post(f"/directives/{made['id']}/signature")
    assert answer.status_code == 403
    problem = answer.json()
    assert (problem["code"], problem["rule"], problem["status"]) == ("not_the_undertaker", "D-18", 403)
    assert problem["title"]
    assert problem["detail"]
    assert program(WU_XIAOFANG).post("/directives", opening(world)).status_code == 403


def test_the_wrong_moment_is_a_conflict(world: World, program: Programs) -> None:
    made = ok(program(LI_MIN).post("/directives", opening(world)), 201)
    answer = program(WANG_JIANPING).post(f"/directives/{made['id']}/progress", {"text": "已进场"})
    assert answer.status_code == 409
    assert answer.json()["rule"] == "D-30"


def test_wrong_input_names_its_fields(world: World, program: Programs) -> None:
    clerk = program(LI_MIN)
    answer = clerk.post("/directives", {**opening(world), "due": "sometime", "lead_id": None})
    assert answer.status_code == 422
    assert set(answer.json()["fields"]) == {"due", "lead_id"}
    past = clerk.post("/directives", opening(world, due="2020-01-01"))
    assert past.status_code == 422
    assert Matter.objects.count() == 0


def test_a_retry_under_the_same_key_happens_once(world: World, program: Programs) -> None:
    clerk = program(LI_MIN)
    first = ok(clerk.post("/directives", opening(world), key="k-1"), 201)
    again = ok(clerk.post("/directives", opening(world), key="k-1"), 201)
    assert first["id"] == again["id"]
    assert Matter.objects.count() == 1
    other = clerk.post("/directives", opening(world, title="别的事"), key="k-1")
    assert (other.status_code, other.json()["code"]) == (409, "key_reused")


def test_another_persons_file_cannot_be_named(world: World, program: Programs) -> None:
    made = ok(program(LI_MIN).post("/directives", opening(world)), 201)
    ok(program(WANG_JIANPING).post(f"/directives/{made['id']}/signature"))
    theirs = ok(uploaded(program(SUN_YAO)), 201)
    body = {"text": "见附件", "file_ids": [theirs["id"]]}
    assert program(WANG_JIANPING).post(f"/directives/{made['id']}/progress", body).status_code == 404


def test_a_secret_is_refused_and_leaves_nothing(program: Programs, tmp_path: Path) -> None:
    answer = uploaded(program(LI_MIN), "通知.txt", "机密★5年\n关于有关事项的通知")
    assert answer.status_code == 422
    assert answer.json()["rule"] == "C-01"
    assert [path for path in (tmp_path / "files").rglob("*") if path.is_file()] == []


def test_a_leader_instructs_and_the_section_dockets(world: World, program: Programs) -> None:
    made = ok(program(LI_MIN).post("/directives", opening(world)), 201)
    body = {"text": "请财政局月底前落实资金。", "supervise": True}
    raised = ok(program(CHEN_LI).post(f"/directives/{made['id']}/instructions", body))
    assert raised["state"] == "registered"
    docketing = {
        "lead_id": world.units["CZJ"].pk, "approver_id": world.people[CHEN_LI].pk, "basis": "陈立批示",
    }  # fmt: skip
    docketed = ok(program(LI_MIN).post(f"/directives/{raised['id']}/docketing", docketing))
    assert docketed["state"] == "dispatched"
    assert docketed["holders"] == [
        {"role": "lead", "unit": "市财政局", "person": "", "due": docketed["current_due"]}
    ]
