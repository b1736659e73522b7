"""The static check: every kind of fault, each told as a story; nothing found in a sound route; and it is quick."""

from decimal import Decimal
from typing import Any

import pytest

from tests.approvals.routes import route, stage
from tests.approvals.routes import test as condition
from zhongshu.approvals.checks import Facts, Fault, Place, check, notes
from zhongshu.approvals.checks.samples import samples
from zhongshu.approvals.grammar import Flow, Route, Stage, Unforeseen

NAMES = {1: "张一", 2: "李二", 3: "王三", 4: "赵四"}
OFFICE = Place(10, "办公室", 1, (1, 2))
LARGE = {"title": "五万元以上须集体决策", "when": [condition("amount", ">=", 50000)], "stage": "meeting"}


def facts(**more: Any) -> Facts:
    """Named persons are found by their number; 2 is above 1, 3 above 2."""

    def cast(one: Stage, _place: Place) -> list[int]:
        return [int(person) for person in one.who.people if int(person) < 90]

    given: dict[str, Any] = {
        "places": [OFFICE],
        "cast": cast,
        "above": lambda person: {1: [2], 2: [3]}.get(person, []),
        "names": lambda person: NAMES[person],
    }
    return Facts(**{**given, **more})


def found(plan: Route, **more: Any) -> dict[str, Fault]:
    return {one.code: one for one in check(plan, facts(**more))}


def choice(*branches: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "choice", "code": "size", "branches": list(branches), **more}


def branch(operator: str, value: int, *body: dict[str, Any]) -> dict[str, Any]:
    return {"title": f"{operator}{value}", "when": [condition("amount", operator, value)], "body": list(body)}


def test_a_sound_route_has_no_fault() -> None:
    plan = route(stage("a", 2), stage("pay", 3, power="pay"), stage("book", 4, power="book"))
    assert found(plan) == {}


def test_a_route_without_a_stage() -> None:
    assert "no_stage" in found(route())


def test_a_gap_between_two_branches_is_told_with_the_amount_that_falls_into_it() -> None:
    plan = route(choice(branch("<", 1000, stage("a", 2)), branch(">", 1000, stage("b", 3))))
    story = found(plan)["no_branch"].story
    assert "金额 1,000.00 元）" in story and "没有一支适用" in story


def test_a_paper_that_nobody_decides() -> None:
    plan = route(choice(branch(">=", 1000, stage("a", 2)), otherwise=[]))
    assert "999.99" in found(plan)["nobody_decides"].story


def test_a_large_sum_that_gets_around_the_meeting() -> None:
    by_more = choice(branch(">", 50000, stage("meeting", 2)), otherwise=[])
    story = found(route(by_more, stage("z", 3), prescriptions=[LARGE]))["prescribed_missed"].story
    assert "金额 50,000.00 元）" in story and "须集体决策" in story


def test_a_meeting_that_can_be_passed_over_is_no_meeting() -> None:
    plan = route(stage("meeting", 2, overtime="skip"), prescriptions=[LARGE])
    assert "prescribed_passed_over" in found(plan)


def test_a_rule_about_a_stage_that_is_not_there() -> None:
    story = found(route(stage("a", 2), prescriptions=[LARGE]))["no_such_stage"].story
    assert story == "规定“五万元以上须集体决策”要求经过“meeting”，路线里没有这个环节。"


def test_a_name_that_no_address_takes() -> None:
    assert "字母、数字" in found(route(stage("a", 2), name="采购 路线"))["bad_name"].story


def test_more_stages_than_can_be_gone_through() -> None:
    assert "有 301 个环节" in found(route(*(stage(f"s{n}", 3) for n in range(301))))["too_many_stages"].story


def test_staff_numbers_of_nobody_are_told() -> None:
    told = notes(route(stage("a", 2, 3, 99, on_empty="named", fallback=["98"])), facts())
    assert [one.story for one in told if one.code == "gone"] == [
        "“环节a”写的工号“99”没有在任的人。",
        "“环节a”写的工号“98”没有在任的人。",
    ]


def test_who_meets_himself_for_want_of_others_is_told_so() -> None:
    """His name does not stand in the list of who is asked: the story says how he comes there."""
    spare = stage("pay", 3, power="pay", on_empty="named", fallback=["2"])
    story = found(route(stage("a", 2), spare))["powers_meet"].story
    assert "“环节pay”没有别人可办时交给李二，于是同一人既办“环节a”又办“环节pay”" in story


def test_papers_with_one_fault_are_told_as_one() -> None:
    """Whatever the sum from 50000 to 100000, the meeting is missed: one story, not one for each sum that was tried."""
    late = choice(branch(">", 100000, stage("meeting", 2)), otherwise=[])
    told = check(route(late, stage("z", 3), prescriptions=[LARGE]), facts())
    assert [one.code for one in told] == ["prescribed_missed"]
    assert "金额 100,000.00 元）没有经过“环节meeting”" in told[0].story


def test_a_condition_on_a_field_the_form_lacks() -> None:
    plan = route(stage("a", 2, when=[condition("colour", "=", "red")]))
    assert "colour" in found(plan)["unknown_field"].story


def test_an_amount_that_may_be_changed_behind_the_branch() -> None:
    plan = route(
        choice(branch(">=", 1000, stage("a", 2)), otherwise=[]), stage("z", 3, rights={"amount": "write"})
    )
    assert "绕过" in found(plan)["way_changed"].story


def test_a_stage_nobody_can_do() -> None:
    assert "办公室" in found(route(stage("a", 99, on_empty="refuse")))["no_approver"].story
    assert found(route(stage("a", 99, on_empty="up"))) == {}
    assert "no_fallback" in found(route(stage("a", 99, on_empty="named")))


def test_whose_papers_find_nobody_is_told_by_name_where_others_get_on() -> None:
    """The one to fall back on cannot decide on his own paper; it is his that is stuck, not everybody's."""
    by_one, by_nobody = (
        found(route(stage("a", 99, on_empty="named", fallback=[one]), stage("z", 4)))["no_approver"].story
        for one in ("2", "98")
    )
    assert "办公室的李二提交的单据" in by_one and "别人的有" in by_one
    assert "办公室的人提交的单据" in by_nobody


def test_a_head_who_cannot_submit() -> None:
    assert "李二" in found(route(stage("a", 2, on_self="refuse")))["cannot_submit"].story


def test_a_head_without_anybody_above() -> None:
    assert "no_superior" in found(route(stage("a", 2)), above=lambda person: [])


def test_who_approves_his_own() -> None:
    fault = found(route(stage("a", 1, on_self="allow")))["approves_own"]
    assert fault.rule == "F-01" and "张一" in fault.story


def test_one_person_in_two_seats_by_his_own_posts() -> None:
    fault = found(route(stage("a", 3), stage("pay", 3, 4, power="pay")))["powers_meet"]
    assert fault.rule == "F-01" and "王三在两个环节都是审批人" in fault.story


def test_one_person_in_two_seats_by_a_stand_in() -> None:
    plan = route(stage("a", 3), stage("pay", 4, power="pay"))
    assert found(plan) == {}
    story = found(plan, acting=[(4, 3)])["powers_meet"].story
    assert "王三代赵四办理" in story
    third = found(plan, acting=[(4, 2), (3, 2)])["powers_meet"].story
    assert "李二代王三、赵四办理" in third


def test_branches_that_exclude_each_other_never_meet() -> None:
    plan = route(choice(branch("<", 100, stage("a", 3)), branch(">=", 100, stage("pay", 3, power="pay"))))
    assert "powers_meet" not in found(plan)


def test_a_cashier_without_the_power_to_pay_would_not_be_seen() -> None:
    who = {"kind": "duty", "duty": "pay"}
    plan = route(stage("a", 3), {"type": "stage", "code": "pay", "title": "出纳", "who": who, "power": ""})
    assert found(plan)["power_left_out"].rule == "F-01"


@pytest.mark.parametrize("yuan", [0, 1, 99, 100, 101, 999, 1000, 1001, 7777, 10**7])
def test_the_samples_stand_for_every_amount(yuan: int) -> None:
    """Whatever the amount, some sample is treated exactly as it is."""
    plan = route(
        choice(
            branch("<", 100, stage("a", 2)),
            branch("<=", 1000, stage("b", 3)),
            branch(">", 1000, stage("c", 4)),
        ),
        stage("d", 2, when=[condition("amount", "=", 7777)]),
    )
    flow = Flow(plan)

    def way(amount: object) -> tuple[str, ...]:
        try:
            return tuple(one.code for one in flow.expected({"amount": amount}))  # type: ignore[dict-item]
        except Unforeseen:
            return ("stuck",)

    assert way(Decimal(yuan)) in {way(one["amount"]) for one in samples(plan)}


def test_thirty_stages_and_many_amounts_are_gone_through() -> None:
    stages = [stage(f"s{n}", 3, when=[condition("amount", ">=", n * 1000)]) for n in range(30)]
    assert check(route(*stages, stage("last", 4)), facts()) == []
