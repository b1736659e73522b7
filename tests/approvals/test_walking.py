"""Every verb of an approval, also in countersign and parallel stages (rows 1–13, 16–19, 21, 24 of the comparison)."""

from datetime import date, timedelta

import pytest

from tests.approvals.routes import (
    AT,
    DRAFTER,
    TWO_BRANCHES,
    Numbers,
    agree,
    asked,
    by,
    drafted,
    handed_in,
    route,
    seat_of,
    stage,
)
from tests.approvals.routes import (
    test as condition,
)
from tests.refusing import refused
from zhongshu.approvals import walking
from zhongshu.approvals.models import LegState, SeatState, Status
from zhongshu.kernel.refusals import Conflict


def test_countersign_needs_everybody() -> None:
    walk = handed_in(route(stage("a", 2, 3), stage("b", 4)))
    agree(walk, 3)
    assert asked(walk) == [2]
    agree(walk, 2)
    assert asked(walk) == [4]


def test_one_of_several_is_enough_and_the_others_are_relieved() -> None:
    walk = handed_in(route(stage("a", 2, 3, how="any"), stage("b", 4)))
    agree(walk, 3)
    assert asked(walk) == [4]
    assert walk.seat(2).state == SeatState.MOOT


def test_in_order_asks_one_after_the_other() -> None:
    walk = handed_in(route(stage("a", 2, 3, 4, how="in_order")))
    for person in (2, 3, 4):
        assert asked(walk) == [person]
        agree(walk, person)
    assert walk.approval.status == Status.APPROVED


@pytest.mark.parametrize(("refusing", "status"), [((5,), "approved"), ((5, 4), "refused")])
def test_votes_carry_or_fail_by_their_share(refusing: tuple[int, ...], status: str) -> None:
    walk = handed_in(route(stage("a", 2, 3, 4, 5, how="share", share=66)))
    for person in refusing:
        walking.refuse(walk, seat_of(walk, person), by(person), "不宜")
    for person in (2, 3, 4):
        if walk.approval.status == Status.RUNNING:
            agree(walk, person)
    assert walk.approval.status == status


def test_one_refusal_in_a_countersign_ends_the_paper_everywhere() -> None:
    walk = handed_in(route(TWO_BRANCHES))
    walking.refuse(walk, seat_of(walk, 5), by(5), "不同意")
    assert walk.approval.status == Status.REFUSED
    assert not walk.live() and asked(walk) == []


def test_parallel_branches_wait_for_each_other() -> None:
    walk = handed_in(route(TWO_BRANCHES, stage("z", 9)))
    assert asked(walk) == [3, 5]
    agree(walk, 5)
    agree(walk, 3)
    assert asked(walk) == [4]
    agree(walk, 4)
    assert asked(walk) == [9]


def test_the_main_way_waits_for_the_part_with_its_own_name() -> None:
    part = {
        "type": "group",
        "code": "sub",
        "title": "合同会审",
        "body": [stage("a", 3), TWO_BRANCHES | {"branches": [[stage("d", 4)], [stage("e", 5)]]}],
    }
    walk = handed_in(route(part, stage("z", 9)))
    for person in (3, 4, 5):
        assert 9 not in asked(walk)
        agree(walk, person)
    assert asked(walk) == [9]


def test_conditions_choose_the_way() -> None:
    big = {"title": "大额", "when": [condition("amount", ">=", 50000)], "body": [stage("meeting", 8)]}
    plan = route({"type": "choice", "code": "size", "branches": [big], "otherwise": []}, stage("z", 9))
    assert asked(handed_in(plan, 50000)) == [8]
    assert asked(handed_in(plan, 49999)) == [9]


class TestStrategies:
    @pytest.mark.parametrize(
        ("strategy", "then"), [("up", [101]), ("skip", [9])], ids=["to the superior", "left out"]
    )
    def test_the_approver_is_the_submitter(self, strategy: str, then: list[int]) -> None:
        walk = handed_in(route(stage("a", DRAFTER, on_self=strategy), stage("z", 9)))
        assert asked(walk) == then

    def test_the_approver_is_the_submitter_and_that_is_refused(self) -> None:
        with refused("approver_is_submitter", match="提交人本人"):
            handed_in(route(stage("a", DRAFTER, on_self="refuse")))

    def test_even_where_it_is_allowed_applying_does_not_go_with_approving(self) -> None:
        walk = handed_in(route(stage("a", DRAFTER, on_self="allow"), stage("z", 9)))
        assert asked(walk) == [101]

    @pytest.mark.parametrize(("strategy", "then"), [("up", [101]), ("named", [8]), ("skip", [9])])
    def test_nobody_can_approve(self, strategy: str, then: list[int]) -> None:
        plan = route(stage("a", 7, on_empty=strategy, fallback=["8"]), stage("z", 9))
        assert asked(handed_in(plan, casting=Numbers(gone={7}))) == then

    def test_nobody_can_approve_and_that_is_refused(self) -> None:
        with refused("no_approver", match="没有人可以办理") as no:
            handed_in(route(stage("a", 7, on_empty="refuse")), casting=Numbers(gone={7}))
        assert "任命人员" in str(no.value)

    @pytest.mark.parametrize(("strategy", "then"), [("ask", [2]), ("skip", [9])])
    def test_the_same_person_twice_in_a_row(self, strategy: str, then: list[int]) -> None:
        walk = handed_in(route(stage("a", 2), stage("b", 2, on_repeat=strategy), stage("z", 9)))
        agree(walk, 2)
        assert asked(walk) == then
        assert strategy == "ask" or walk.legs[2].cause == "repeat"

    def test_all_of_a_parallel_passed_over_the_paper_goes_on_once(self) -> None:
        both = {
            "type": "parallel",
            "code": "both",
            "branches": [[stage("a", 7, on_empty="skip")], [stage("c", 7, on_empty="skip")]],
        }
        walk = handed_in(route(both, stage("z", 9)), casting=Numbers(gone={7}))
        assert asked(walk) == [9]


class TestClock:
    def test_suspended_nobody_decides_and_the_clock_stands(self) -> None:
        casting = Numbers()
        walk = handed_in(route(stage("a", 2, within=3)), casting=casting)
        due = walk.legs[1].due
        walking.suspend(walk, by(DRAFTER))
        with refused("not_in_this_status", Conflict, match="已挂起"):
            agree(walk, 2)
        casting.today = date(2026, 9, 25)
        walking.resume(walk, by(DRAFTER))
        assert walk.legs[1].due == due + timedelta(days=7)
        agree(walk, 2)

    def test_late_and_passed_over_it_says_so(self) -> None:
        walk = handed_in(route(stage("a", 2, overtime="skip"), stage("z", 9)))
        walking.pass_over(walk, walk.legs[1], By_house)
        assert (walk.legs[1].state, walk.legs[1].cause) == (LegState.SKIPPED, "overtime")
        assert asked(walk) == [9]


def test_void_ends_it_everywhere() -> None:
    walk = handed_in(route(TWO_BRANCHES))
    walking.void(walk, by(DRAFTER))
    assert walk.approval.status == Status.VOID and not walk.live()


def test_a_draft_is_held_by_its_drafter() -> None:
    assert asked(drafted(route(stage("a", 2)))) == [DRAFTER]


By_house = walking.By(None, AT)
