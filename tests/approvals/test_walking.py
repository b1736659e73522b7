"""Every verb of an approval, also in countersign and parallel stages (rows 1–13, 16–19, 21, 24 of the comparison)."""

from datetime import date, timedelta

import pytest

from tests.approvals.routes import (
    AT,
    DRAFTER,
    TODAY,
    Numbers,
    agree,
    amount,
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
from zhongshu.approvals.models import LegState, SeatKind, SeatState, Status
from zhongshu.kernel.refusals import Conflict, Forbidden

TWO_BRANCHES = {
    "type": "parallel",
    "code": "both",
    "branches": [[stage("a", 3), stage("b", 4)], [stage("c", 5)]],
}


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


class TestReturning:
    def test_walk_again_asks_everybody_in_between_again(self) -> None:
        walk = handed_in(route(stage("a", 2), stage("b", 3), stage("c", 4)))
        agree(walk, 2), agree(walk, 3)
        walking.give_back(walk, seat_of(walk, 4), "a", by(4), "请补材料", straight=False)
        assert asked(walk) == [2]
        agree(walk, 2)
        assert asked(walk) == [3]

    def test_straight_back_comes_back_to_the_returner(self) -> None:
        walk = handed_in(route(stage("a", 2), stage("b", 3), stage("c", 4)))
        agree(walk, 2), agree(walk, 3)
        walking.give_back(walk, seat_of(walk, 4), "a", by(4), "请核一个数", straight=True)
        assert asked(walk) == [2]
        agree(walk, 2)
        assert asked(walk) == [4]

    def test_out_of_a_countersign_the_whole_stage_waits_and_what_was_agreed_stays(self) -> None:
        walk = handed_in(route(stage("a", 2), stage("b", 3, 4, 5)))
        agree(walk, 2), agree(walk, 3)
        walking.give_back(walk, seat_of(walk, 4), "a", by(4), "缺附件", straight=True)
        assert asked(walk) == [2]
        agree(walk, 2)
        assert asked(walk) == [4, 5]

    def test_out_of_one_branch_the_branch_beside_goes_on(self) -> None:
        walk = handed_in(route(TWO_BRANCHES, stage("z", 9)))
        agree(walk, 3)
        walking.give_back(walk, seat_of(walk, 4), "a", by(4), "再看", straight=False)
        assert asked(walk) == [3, 5]
        for person in (5, 3, 4):
            agree(walk, person)
        assert asked(walk) == [9]

    @pytest.mark.parametrize("straight", [True, False])
    def test_out_of_a_branch_to_before_it_both_branches_wait(self, straight: bool) -> None:
        walk = handed_in(route(stage("first", 2), TWO_BRANCHES, stage("z", 9)))
        agree(walk, 2), agree(walk, 3)
        walking.give_back(walk, seat_of(walk, 4), "first", by(4), "重来", straight=straight)
        assert asked(walk) == [2]
        agree(walk, 2)
        assert asked(walk) == ([4, 5] if straight else [3, 5])

    def test_not_to_a_branch_beside_nor_forward(self) -> None:
        walk = handed_in(route(TWO_BRANCHES, stage("z", 9)))
        agree(walk, 5)
        assert walking.targets(walk, seat_of(walk, 3)) == ["submit"]
        with refused("not_an_earlier_stage", match="只能退回"):
            walking.give_back(walk, seat_of(walk, 3), "c", by(3), "错", straight=False)

    def test_a_return_from_a_return_unwinds_in_order(self) -> None:
        walk = handed_in(route(stage("a", 2), stage("b", 3), stage("c", 4)))
        agree(walk, 2), agree(walk, 3)
        walking.give_back(walk, seat_of(walk, 4), "b", by(4), "核", straight=True)
        walking.give_back(walk, seat_of(walk, 3), "a", by(3), "再核", straight=True)
        for person in (2, 3, 4):
            assert asked(walk) == [person]
            agree(walk, person)
        assert walk.approval.status == Status.APPROVED

    def test_a_changed_amount_walks_again_even_if_it_was_to_come_straight_back(self) -> None:
        walk = handed_in(route(stage("a", 2), stage("b", 3)), 100)
        agree(walk, 2)
        walking.give_back(walk, seat_of(walk, 3), "submit", by(3), "金额不符", straight=True)
        walking.hand_in(walk, by(DRAFTER), amount(900))
        assert asked(walk) == [2]

    def test_a_typo_mended_comes_straight_back(self) -> None:
        walk = handed_in(route(stage("a", 2), stage("b", 3)), 100)
        agree(walk, 2)
        walking.give_back(walk, seat_of(walk, 3), "submit", by(3), "错字", straight=True)
        walking.hand_in(walk, by(DRAFTER), {**amount(100), "remark": "已改"})
        assert asked(walk) == [3]

    def test_dates_go_on_after_a_return(self) -> None:
        casting = Numbers()
        walk = handed_in(route(stage("a", 2), stage("b", 3, within=4)), casting=casting)
        agree(walk, 2)
        due = walk.leg(seat_of(walk, 3).leg).due
        walking.give_back(walk, seat_of(walk, 3), "a", by(3), "核", straight=True)
        casting.today = TODAY + timedelta(days=10)
        agree(walk, 2)
        assert walk.leg(seat_of(walk, 3).leg).due == due + timedelta(days=10)


class TestTakingBack:
    def test_while_nobody_has_acted(self) -> None:
        walk = handed_in(route(stage("a", 2), stage("b", 3)))
        mine = seat_of(walk, 2)
        agree(walk, 2)
        walking.take_back(walk, mine, by(2))
        assert asked(walk) == [2]
        assert mine.state == SeatState.UNDONE

    def test_not_once_the_next_has_acted(self) -> None:
        walk = handed_in(route(stage("a", 2), stage("b", 3, 4)))
        mine = seat_of(walk, 2)
        agree(walk, 2), agree(walk, 3)
        with refused("too_late_to_take_back", Conflict, match="不能取回"):
            walking.take_back(walk, mine, by(2))

    def test_never_after_the_end(self) -> None:
        walk = handed_in(route(stage("a", 2)))
        mine = seat_of(walk, 2)
        agree(walk, 2)
        assert not walking.may_take_back(walk, mine)

    def test_the_drafter_takes_the_whole_paper_back(self) -> None:
        walk = handed_in(route(TWO_BRANCHES))
        walking.take_back(walk, walk.seat(1), by(DRAFTER))
        assert asked(walk) == [DRAFTER]

    def test_one_of_several_takes_back_and_the_relieved_are_asked_again(self) -> None:
        walk = handed_in(route(stage("a", 2, 3, how="any"), stage("b", 4)))
        mine = seat_of(walk, 3)
        agree(walk, 3)
        walking.take_back(walk, mine, by(3))
        assert asked(walk) == [2, 3]

    def test_not_across_a_join_that_another_has_crossed(self) -> None:
        walk = handed_in(route(TWO_BRANCHES, stage("z", 9)))
        mine = seat_of(walk, 5)
        agree(walk, 5)
        assert walking.may_take_back(walk, mine)
        agree(walk, 3), agree(walk, 4)
        assert not walking.may_take_back(walk, mine)

    def test_not_somebody_elses(self) -> None:
        walk = handed_in(route(stage("a", 2), stage("b", 3)))
        theirs = seat_of(walk, 2)
        agree(walk, 2)
        with refused("not_your_decision", Forbidden):
            walking.take_back(walk, theirs, by(3))


class TestSigners:
    def test_before_me_then_me(self) -> None:
        walk = handed_in(route(stage("a", 2), stage("b", 3)))
        walking.add_signer(walk, seat_of(walk, 2), 7, SeatKind.BEFORE, by(2))
        assert asked(walk) == [7]
        agree(walk, 7)
        assert asked(walk) == [2]

    def test_beside_me_both_must(self) -> None:
        walk = handed_in(route(stage("a", 2, 4, how="any"), stage("b", 3)))
        walking.add_signer(walk, seat_of(walk, 2), 7, SeatKind.BESIDE, by(2))
        agree(walk, 2)
        assert asked(walk) == [4, 7]
        agree(walk, 7)
        assert asked(walk) == [3]

    def test_after_me_i_agree_at_once(self) -> None:
        walk = handed_in(route(stage("a", 2), stage("b", 3)))
        walking.add_signer(walk, seat_of(walk, 2), 7, SeatKind.AFTER, by(2))
        assert asked(walk) == [7]
        agree(walk, 7)
        assert asked(walk) == [3]

    @pytest.mark.parametrize(("kind", "then"), [("before", [2]), ("beside", [2]), ("after", [3])])
    def test_removed_again_nothing_hangs(self, kind: str, then: list[int]) -> None:
        walk = handed_in(route(stage("a", 2), stage("b", 3)))
        added = walking.add_signer(walk, seat_of(walk, 2), 7, SeatKind(kind), by(2))
        walking.remove_signer(walk, added, by(2))
        assert asked(walk) == then

    def test_only_who_added_may_remove(self) -> None:
        walk = handed_in(route(stage("a", 2, 3)))
        added = walking.add_signer(walk, seat_of(walk, 2), 7, SeatKind.BESIDE, by(2))
        with refused("not_your_signer", Forbidden, match="由谁加"):
            walking.remove_signer(walk, added, by(3))

    def test_reassigned_it_does_not_come_back(self) -> None:
        walk = handed_in(route(stage("a", 2, 3, how="in_order"), stage("b", 4)))
        walking.reassign(walk, seat_of(walk, 2), 7, by(2))
        agree(walk, 7)
        assert asked(walk) == [3]

    def test_delegated_it_comes_back_and_the_adviser_decides_nothing(self) -> None:
        walk = handed_in(route(stage("a", 2), stage("b", 3)))
        asked_for = walking.delegate(walk, seat_of(walk, 2), 7, by(2))
        with refused("only_advice", match="由委派人决定"):
            agree(walk, 7)
        walking.advise(walk, asked_for, by(7), "可以")
        assert asked(walk) == [2]

    def test_who_signs_anyhow_is_not_added(self) -> None:
        walk = handed_in(route(stage("a", 2, 3)))
        with refused("signs_anyhow", match="已经在这一步"):
            walking.add_signer(walk, seat_of(walk, 2), 3, SeatKind.BESIDE, by(2))

    def test_signers_work_in_a_parallel_branch_too(self) -> None:
        walk = handed_in(route(TWO_BRANCHES, stage("z", 9)))
        walking.add_signer(walk, seat_of(walk, 5), 7, SeatKind.BEFORE, by(5))
        for person in (3, 4, 7, 5):
            agree(walk, person)
        assert asked(walk) == [9]


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


class TestSeparation:
    def test_who_approved_does_not_pay_nor_through_a_stand_in(self) -> None:
        walk = handed_in(route(stage("a", 2), stage("pay", 3, power="pay")))
        agree(walk, 2)
        with refused("powers_clash", Forbidden, match="同一份单据") as no:
            agree(walk, 2, acting_for=3)
        assert no.value.rule == "F-01"

    def test_whose_seat_was_taken_is_bound_like_who_took_it(self) -> None:
        walk = handed_in(route(stage("a", 2), stage("pay", 6, power="pay", on_empty="refuse")))
        agree(walk, 8, acting_for=2)
        with refused("powers_clash", Forbidden, match="付款"):
            agree(walk, 8, acting_for=6)

    def test_nor_is_it_handed_on_to_him(self) -> None:
        walk = handed_in(route(stage("a", 2), stage("pay", 3, power="pay")))
        agree(walk, 2)
        for hand_on in (walking.reassign, walking.delegate):
            with refused("powers_clash", Forbidden):
                hand_on(walk, seat_of(walk, 3), 2, by(3))

    def test_who_cannot_is_left_out_and_it_is_told(self) -> None:
        walk = handed_in(route(stage("a", 2), stage("pay", 2, 3, power="pay", how="any")))
        agree(walk, 2)
        assert asked(walk) == [3]
        assert {"what": "left_out", "stage": "环节pay", "people": [2], "rule": "F-01"} in walk.told

    def test_a_successor_in_whom_powers_would_meet_is_refused(self) -> None:
        walk = handed_in(route(stage("a", 2), stage("pay", 3, power="pay")))
        agree(walk, 2)
        with refused("powers_clash", Forbidden):
            walking.replace(walk, 3, 2, by(3))
        walking.replace(walk, 3, 4, by(3))
        assert asked(walk) == [4]


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
