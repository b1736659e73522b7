"""Papers that go back: given back and on again, taken back while nothing has been built on it."""

from datetime import timedelta

import pytest

from tests.approvals.routes import (
    DRAFTER,
    TODAY,
    TWO_BRANCHES,
    Numbers,
    agree,
    amount,
    asked,
    by,
    handed_in,
    route,
    seat_of,
    stage,
)
from tests.refusing import refused
from zhongshu.approvals import walking
from zhongshu.approvals.models import SeatState, Status
from zhongshu.kernel.refusals import Conflict, Forbidden


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
