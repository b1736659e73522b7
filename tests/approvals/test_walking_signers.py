"""Who else decides: signers added and removed, parts handed on, powers that never meet in one person."""

import pytest

from tests.approvals.routes import (
    TWO_BRANCHES,
    agree,
    asked,
    by,
    handed_in,
    route,
    seat_of,
    stage,
)
from tests.refusing import refused
from zhongshu.approvals import walking
from zhongshu.approvals.models import SeatKind
from zhongshu.kernel.refusals import Forbidden


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
        walk = handed_in(route(stage("a", 2, 3, how="in_order", hand_on="anybody"), stage("b", 4)))
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
