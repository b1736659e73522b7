"""What else becomes of a matter, asked by programs: broken down, stopped, handed elsewhere, ended, taken up again."""

from typing import Any

import pytest

from tests.api.conftest import Program, Programs, ok, uploaded
from tests.api.test_loop import opening
from tests.api.test_refusals import told
from tests.portal.conftest import Open
from tests.supervision.sections import investment
from tests.world import CHEN_LI, HE_WEI, LI_MIN, WANG_JIANPING, ZHOU_QIMING, World

pytestmark = pytest.mark.usefixtures("own_folders")
REVIEW = "2026-12-01"


@pytest.fixture
def signed(program: Programs, hand_over: Open) -> str:
    """The address of a matter that 王建平 has signed for."""
    at = f"/directives/{hand_over().pk}"
    ok(program(WANG_JIANPING).post(f"{at}/signature"))
    return at


def stopped(program: Programs, at: str, **more: object) -> Any:
    ok(program(WANG_JIANPING).post(f"{at}/suspension", {"reason": "待省里批复", "review_on": REVIEW}))
    return program(HE_WEI).post(f"{at}/suspension-decision", {"approve": True, "opinion": "同意", **more})


class TestParts:
    @pytest.fixture
    def part(self, world: World, program: Programs, signed: str) -> dict[str, Any]:
        """What is handed to a section of the unit."""
        one = {"title": "汇总各县项目", "lead_id": investment(world).pk, "due": "2026-10-10"}
        ok(program(WANG_JIANPING).post(f"{signed}/parts", {"parts": [one]}))
        rows = ok(program(WANG_JIANPING).get("/directives"))["rows"]
        (found,) = [row["id"] for row in rows if row["title"] == one["title"]]
        return dict(ok(program(WANG_JIANPING).get(f"/directives/{found}")))

    def test_a_part_is_a_matter_of_the_section(self, world: World, part: dict[str, Any]) -> None:
        assert (part["title"], part["state"]) == ("汇总各县项目", "dispatched")
        assert part["lead_unit_id"] == world.units["FGW-TZ"].pk

    def test_no_part_outlasts_the_whole(self, world: World, program: Programs, signed: str) -> None:
        late = {"title": "汇总各县项目", "lead_id": investment(world).pk, "due": "2027-10-10"}
        answer = program(WANG_JIANPING).post(f"{signed}/parts", {"parts": [late]})
        assert answer.status_code == 422
        assert ok(program(LI_MIN).get("/directives"))["rows"][0]["id"] == int(signed.rsplit("/", 1)[1])

    def test_who_stops_the_whole_says_what_becomes_of_them(
        self, program: Programs, signed: str, part: dict[str, Any]
    ) -> None:
        told(stopped(program, signed), 422, "parts_undecided")
        decision = {"approve": True, "opinion": "同意", "parts_how": "go_on"}
        unreasoned = program(HE_WEI).post(f"{signed}/suspension-decision", decision)
        told(unreasoned, 422, "parts_need_a_reason")
        ok(program(HE_WEI).post(f"{signed}/suspension-decision", {**decision, "parts_reason": "不受影响"}))
        assert ok(program(WANG_JIANPING).get(f"/directives/{part['id']}"))["state"] == "dispatched"

    @pytest.mark.parametrize(
        ("verb", "words"),
        [("termination", {"reason": "情况变化"}), ("transfer", {"to": "市纪委监委", "reason": "涉嫌违纪"})],
    )
    def test_they_follow_the_whole_to_its_end(
        self, program: Programs, signed: str, part: dict[str, Any], verb: str, words: dict[str, str]
    ) -> None:
        ended = ok(program(HE_WEI).post(f"{signed}/{verb}", {**words, "parts_how": "follow"}))
        followed = ok(program(WANG_JIANPING).get(f"/directives/{part['id']}"))
        assert ended["state"] == followed["state"] == {"termination": "terminated"}.get(verb, "transferred")
        assert ended["holders"] == followed["holders"] == []
        read = [str(ok(program(WANG_JIANPING).get(f"{signed}{more}"))) for more in ("", "/timeline")]
        assert all((words["reason"] in one) == (verb == "termination") for one in read)
        assert words["reason"] in str(ok(program(HE_WEI).get(f"{signed}/timeline")))


def test_the_clock_stops_and_runs_on(program: Programs, signed: str) -> None:
    standing = ok(stopped(program, signed))
    assert standing["state"] == "suspended"
    clerk: Program = program(LI_MIN)
    told(program(WANG_JIANPING).post(f"{signed}/progress", {"text": "已进场"}), 409, "not_in_this_state")
    assert ok(clerk.post(f"{signed}/resumption", {"reason": "批复已到"}))["state"] == "undertaking"


def test_figures_are_asked_once_and_given(program: Programs, signed: str) -> None:
    clerk, unit = program(LI_MIN), program(WANG_JIANPING)
    wanted = {"labels": ["完成投资（万元）"], "period": "2026-09"}
    ok(clerk.post(f"{signed}/figures-asked", wanted))
    (asked,) = ok(unit.get(f"{signed}/figures"))
    told(unit.post(f"{signed}/figures-given", {"figures": {}}), 422, "no_figures")
    ok(unit.post(f"{signed}/figures-given", {"figures": {asked["id"]: "1200"}}))
    (given,) = ok(clerk.get(f"{signed}/figures"))
    assert "1200" in str(given)


def test_a_cycle_with_milestones_has_rounds(program: Programs, signed: str) -> None:
    clerk = program(LI_MIN)
    marks = [{"name": "完成招标", "due": "2026-09-30"}, {"name": "完成施工", "due": "2026-10-12"}]
    ok(clerk.post(f"{signed}/cycle", {"cycle": "milestone", "milestones": marks}))
    assert {one["name"] for one in ok(clerk.get(f"{signed}/rounds"))} >= {"完成招标"}
    nameless = {"cycle": "milestone", "milestones": [{"name": " ", "due": "2026-10-08"}, marks[1]]}
    told(clerk.post(f"{signed}/cycle", nameless), 422, "bad_milestone")


def test_an_objection_brings_it_back_to_be_handed_to_another(
    world: World, program: Programs, hand_over: Open
) -> None:
    at = f"/directives/{hand_over().pk}"
    back = ok(program(WANG_JIANPING).post(f"{at}/objection", {"reason": "不属本委职责"}))
    assert back["state"] == "docketed"
    to = {"lead_id": world.units["CZJ"].pk, "due": "2026-10-16"}
    again = ok(program(LI_MIN).post(f"{at}/dispatch", to))
    assert (again["state"], again["lead_unit_id"]) == ("dispatched", to["lead_id"])


def test_it_is_passed_on_within_the_unit(world: World, program: Programs, signed: str) -> None:
    to = world.people[ZHOU_QIMING].pk
    ok(program(WANG_JIANPING).post(f"{signed}/handler", {"person_id": to}))
    assert "report" in ok(program(ZHOU_QIMING).get(signed))["offered"]


def test_words_of_a_leader_become_a_matter_that_is_docketed_or_shelved(
    program: Programs, signed: str
) -> None:
    words = {"text": "请一并督办垃圾分类。", "instruction_class": "order", "supervise": True}
    made = ok(program(CHEN_LI).post(f"{signed}/instructions", words))
    assert f"/directives/{made['id']}" != signed
    told(program(LI_MIN).post(f"/directives/{made['id']}/shelving", {"reason": " "}), 422, "no_reason")
    ok(program(LI_MIN).post(f"/directives/{made['id']}/shelving", {"reason": "仅供参阅"}))
    left = ok(program(LI_MIN).get(f"/directives/{made['id']}"))
    assert left["holders"] == []


def test_what_is_archived_is_succeeded_by_a_new_matter(world: World, program: Programs, signed: str) -> None:
    clerk, unit = program(LI_MIN), program(WANG_JIANPING)
    told(clerk.post(f"{signed}/taking-up", {"reason": "未完工"}), 409, "not_in_this_state")
    proof = ok(uploaded(unit), 201)["id"]
    head = world.people[ZHOU_QIMING].pk
    ok(unit.post(f"{signed}/completion", {"feedback": "已改造", "signed_by_id": head, "file_ids": [proof]}))
    ok(clerk.post(f"{signed}/acceptance", {"opinion": "属实"}))
    assert ok(clerk.post(f"{signed}/closure"))["state"] == "archived"
    told(unit.post(f"{signed}/taking-up", {"reason": "未完工"}), 403, "not_a_supervisor")
    again = ok(clerk.post(f"{signed}/taking-up", {"reason": "群众反映未完工"}))
    assert (again["state"], again["title"]) == ("registered", "老旧小区改造")
    docketing = {"lead_id": world.units["FGW"].pk, "due": "2026-11-16", "basis": "原纪要"}
    docketing |= {"approver_id": world.people[CHEN_LI].pk}
    assert ok(clerk.post(f"/directives/{again['id']}/docketing", docketing))["state"] == "dispatched"
    assert ok(clerk.get(signed))["state"] == "archived"


def test_T_05_a_day_of_rest_that_was_given_is_told_to_a_program_as_well(
    world: World, program: Programs
) -> None:
    clerk, saturday = program(LI_MIN), "2026-10-17"
    made = ok(clerk.post("/directives", opening(world, due=saturday)), 201)
    assert made["current_due"] == saturday
    (note,) = made["notes"]
    assert "2026-10-17（周六）顺延到 2026-10-19" in note
    assert ok(clerk.get(f"/directives/{made['id']}"))["notes"] == [], "of what was just done only"
    several = {"tasks": [opening(world, title="储备物资", requirement="请储备。", due=saturday)]}
    assert ok(clerk.post("/entries", several), 201)["notes"] == [note]
