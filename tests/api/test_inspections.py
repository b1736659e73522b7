"""Inspections through the API: from the plan to the review, told to whom they concern and to nobody else."""

from typing import Any

import pytest

from tests.api.conftest import Program, Programs, ok, uploaded
from tests.inspections import story
from tests.world import (
    CHEN_LI,
    HE_WEI,
    LI_MIN,
    SHEN_JING,
    TODAY,
    ZHENG_GUODONG,
    ZHOU_QIMING,
    World,
)

pytestmark = pytest.mark.usefixtures("own_folders")


def plan(world: World, **more: Any) -> dict[str, Any]:
    given = story.plan(world)
    return {name: getattr(given, name) for name in given.__dataclass_fields__} | more


def approved(world: World, program: Programs) -> str:
    """The address of one that 李敏 planned and 何伟 approved."""
    made = ok(program(LI_MIN).post("/inspections", plan(world)), 201)
    assert (made["state"], made["offered"]) == ("planned", [])
    at = f"/inspections/{made['id']}"
    leader = {"leader_id": world.people[LI_MIN].pk, "opinion": "同意"}
    assert ok(program(HE_WEI).post(f"{at}/approval", leader))["state"] == "running"
    return at


def visited(world: World, clerk: Program, at: str, **more: Any) -> Any:
    step = {
        "method": "visit", "on": TODAY, "place": "城东产业园", "note": "看了三个项目。",
        "person_ids": [world.people[LI_MIN].pk], **more,
    }  # fmt: skip
    return ok(clerk.post(f"{at}/steps", step), 201)


def found(world: World, clerk: Program, at: str) -> int:
    told = {"unit_id": world.units["FGW"].pk, "text": "城东标准厂房项目没有按期开工。"}
    shown = ok(clerk.post(f"{at}/findings", told), 201)
    return int(shown["findings"][-1]["id"])


def concluded(world: World, program: Programs) -> Any:
    """The conclusion that development and reform is told."""
    clerk, at = program(LI_MIN), approved(world, program)
    visited(world, clerk, at)
    ok(clerk.post(f"/inspections/findings/{found(world, clerk, at)}/no-follow-up", {"reason": "已经改正。"}))
    texts = {"texts": {str(world.units["FGW"].pk): "一个没有按期开工。"}}
    (told,) = ok(clerk.post(f"{at}/conclusions", texts), 201)["rows"]
    return told


def test_from_plan_to_conclusion(world: World, program: Programs) -> None:
    told = concluded(world, program)
    unit = program(ZHOU_QIMING)
    shown = ok(unit.get(f"/conclusions/{told['id']}"))
    assert (shown["standing"], shown["in_force"]) == ("fed_back", "一个没有按期开工。")
    assert shown["offered"] == ["accept_conclusion", "ask_review"]
    assert [one["id"] for one in ok(unit.get("/conclusions"))["rows"]] == [told["id"]]
    assert ok(unit.post(f"/conclusions/{told['id']}/acceptance"))["standing"] == "final"


def test_a_review_is_asked_for_and_decided_by_others(world: World, program: Programs) -> None:
    at = f"/conclusions/{concluded(world, program)['id']}"
    asked = ok(program(ZHOU_QIMING).post(f"{at}/review", {"reason": "已批准缓建。"}), 201)
    assert (asked["standing"], asked["review"]["outcome"]) == ("reviewing", "")
    decision = {"outcome": "changed", "opinion": "核对过了。", "text": "均已开工。"}
    own = program(LI_MIN).post(f"{at}/decision", decision)
    assert own.status_code == 403
    done = ok(program(HE_WEI).post(f"{at}/decision", decision))
    assert (done["standing"], done["in_force"]) == ("changed", "均已开工。")


def test_a_finding_becomes_a_matter_and_the_next_joins_it(world: World, program: Programs) -> None:
    clerk, at = program(LI_MIN), approved(world, program)
    body = {
        "desk_id": world.units["SWB-DC"].pk, "title": "城东标准厂房项目开工", "requirement": "",
        "approver_id": world.people[HE_WEI].pk, "basis": "专项督查", "due": "2026-10-30",
    }  # fmt: skip
    first = ok(clerk.post(f"/inspections/findings/{found(world, clerk, at)}/directive", body), 201)
    (one,) = first["findings"]
    joined = {"directive_id": one["directive_id"]}
    after = ok(clerk.post(f"/inspections/findings/{found(world, clerk, at)}/joining", joined))
    assert {row["directive_id"] for row in after["findings"]} == {one["directive_id"]}
    assert (after["found"], after["pending"]) == (2, 0)


def test_evidence_is_uploaded_named_and_taken(world: World, program: Programs) -> None:
    clerk, at = program(LI_MIN), approved(world, program)
    proof = ok(uploaded(clerk), 201)
    shown = visited(world, clerk, at, file_ids=[proof["id"]])
    (file,) = shown["files"]
    assert b"".join(clerk.get(f"{at}/files/{file['id']}").streaming_content).decode() == "验收合格"
    assert program(ZHENG_GUODONG).get(f"{at}/files/{file['id']}").status_code == 404


def test_the_list_is_narrowed_and_nobody_sees_what_is_not_his(world: World, program: Programs) -> None:
    at = approved(world, program)
    clerk, stranger = program(LI_MIN), program(ZHOU_QIMING)
    assert [one["state"] for one in ok(clerk.get("/inspections", kind="special"))["rows"]] == ["running"]
    assert ok(clerk.get("/inspections", kind="clue"))["rows"] == []
    assert clerk.get("/inspections", kind="rumour").status_code == 422
    assert ok(stranger.get("/inspections"))["rows"] == [] and stranger.get(at).status_code == 404


def test_a_team_is_changed_and_an_inspection_stopped(world: World, program: Programs) -> None:
    at, leader = approved(world, program), program(HE_WEI)
    team = {
        "leader_id": world.people[SHEN_JING].pk,
        "member_ids": [world.people[SHEN_JING].pk],
        "reason": "换人。",
    }
    changed = ok(leader.post(f"{at}/team", team))
    assert [(one["name"], one["leads"]) for one in changed["members"]] == [(SHEN_JING, True)]
    assert ok(leader.post(f"{at}/stop", {"reason": "另行安排。"}))["state"] == "stopped"


def test_a_plan_tells_its_faults_and_its_rule(world: World, program: Programs) -> None:
    refused = program(LI_MIN).post("/inspections", plan(world, title=" ", unit_ids=[]))
    assert (refused.status_code, refused.json()["rule"]) == (422, "D-04")
    assert set(refused.json()["fields"]) == {"title", "unit_ids"}


def test_a_department_is_designated_on_paper(world: World, program: Programs) -> None:
    approver = program(CHEN_LI)
    paper = ok(uploaded(approver, name="指定函.txt", words="指定市财政局督查"), 201)
    body = {
        "unit_id": world.units["CZJ"].pk, "matter": "专项资金使用", "scope": "本年度",
        "unit_ids": [world.units["FGW"].pk], "duty": "查清使用情况", "starts_on": TODAY, "ends_on": story.ENDS,
        "paper": "委办函〔2026〕3号", "file_id": paper["id"],
    }  # fmt: skip
    made = ok(approver.post(f"/organs/{world.units['SWB'].pk}/designations", body), 201)
    department = program(ZHENG_GUODONG)
    assert [one["id"] for one in ok(department.get("/designations"))["rows"]] == [made["id"]]
    taken = department.get(f"/designations/{made['id']}/paper")
    assert b"".join(taken.streaming_content).decode() == "指定市财政局督查"
    assert ok(program(ZHOU_QIMING).get("/designations"))["rows"] == []
