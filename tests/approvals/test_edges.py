"""Edges where two verbs meet: a stopped paper given back, parallel stages, signers who signed, opinions asked twice, votes."""

from datetime import timedelta

import pytest

from tests.approvals.office import FANG_QING, LIU_QING, Office
from tests.approvals.routes import (
    DRAFTER,
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
from tests.approvals.test_steps import passed
from tests.refusing import refused
from tests.world import CHEN_LI, HE_WEI, LI_MIN, World
from zhongshu.approvals import policies, walking
from zhongshu.approvals.models import SeatKind, Status
from zhongshu.kernel.refusals import Conflict
from zhongshu.platform.notify.models import Notice

VOTE = stage("v", 3, 4, 5, how="share", share=60)


def test_walked_again_out_of_a_branch_only_what_lies_behind_is_ahead_again() -> None:
    """The strip of steps: the branch beside keeps its tick, the join is still ahead."""
    walk = handed_in(route(stage("s", 2), TWO_BRANCHES, stage("z", 7)))
    for person in (2, 5, 3):
        agree(walk, person)
    assert passed(walk) == "sac"
    walking.give_back(walk, seat_of(walk, 4), "a", by(4), "再看", straight=False)
    assert passed(walk) == "sc" and asked(walk) == [3]
    agree(walk, 3)
    agree(walk, 4)
    assert passed(walk) == "sabc" and asked(walk) == [7]


class TestStoppedClock:
    def test_after_a_return_the_days_it_stood_count_once(self) -> None:
        """Given back straight, stopped for ten days on the drafter's desk, it comes back with its own days left."""
        walk = handed_in(route(stage("a", 2, within=3)))
        (leg,) = walk.live()
        due = leg.due
        walking.give_back(walk, seat_of(walk, 2), "submit", by(2), "再看", straight=True)
        walking.suspend(walk, by(DRAFTER))
        walk.casting.today += timedelta(days=10)  # type: ignore[misc]
        walking.resume(walk, by(DRAFTER))
        (draft,) = [one for one in walk.live() if one is not leg]
        assert draft.due == due + timedelta(days=12), "the drafter's five days go on after ten"
        walking.hand_in(walk, by(DRAFTER), amount(100))
        assert asked(walk) == [2] and leg.due == due + timedelta(days=10)

    def test_what_was_given_back_before_it_stopped_begins_anew_when_walked_again(self) -> None:
        walk = handed_in(route(stage("a", 2, within=3), stage("b", 3, within=2)))
        agree(walk, 2)
        walking.give_back(walk, seat_of(walk, 3), "a", by(3), "再看", straight=False)
        walking.suspend(walk, by(DRAFTER))
        walk.casting.today += timedelta(days=4)  # type: ignore[misc]
        walking.resume(walk, by(DRAFTER))
        (again,) = walk.live()
        assert (again.due - walk.casting.today).days == 3
        agree(walk, 2)
        (after,) = walk.live()
        assert (after.due - walk.casting.today).days == 2


def test_a_branch_is_taken_back_while_the_other_goes_on() -> None:
    walk = handed_in(route(TWO_BRANCHES, stage("z", 7)))
    agree(walk, 3)
    agree(walk, 5)
    mine = next(seat for seat in walk.seats if seat.person_id == 3)
    walking.take_back(walk, mine, by(3))
    assert asked(walk) == [3], "who agreed beside keeps his agreement, who was asked next is asked no more"
    agree(walk, 3)
    agree(walk, 4)
    assert asked(walk) == [7]


def test_who_has_signed_is_not_taken_off_nor_anybody_from_a_stage_that_waits_for_a_return() -> None:
    """Else a stage could be passed that waits, and be asked a second time."""
    walk = handed_in(route(stage("a", 2), stage("b", 3)))
    agree(walk, 2)
    first = walking.add_signer(walk, seat_of(walk, 3), 8, SeatKind.BESIDE, by(3))
    second = walking.add_signer(walk, seat_of(walk, 3), 9, SeatKind.BESIDE, by(3))
    agree(walk, 8)
    with refused("cannot_remove", Conflict):
        walking.remove_signer(walk, first, by(3))
    agree(walk, 3)
    walking.give_back(walk, second, "a", by(9), "再看", straight=True)
    waiting = next(seat for seat in walk.seats if seat.person_id == 9 and seat.is_undecided)
    with refused("cannot_remove", Conflict):
        walking.remove_signer(walk, waiting, by(3))
    agree(walk, 2)
    assert asked(walk) == [9]
    walking.remove_signer(walk, waiting, by(3))
    assert walk.approval.status == Status.APPROVED


def test_an_opinion_asked_for_comes_back_and_can_be_asked_for_again() -> None:
    """Of the same person, too; he decides nothing either time, and who asked decides once."""
    walk = handed_in(route(stage("a", 2, 3)))
    for round_ in ("先看", "补了再看"):
        walking.delegate(walk, seat_of(walk, 2), 8, by(2), round_)
        assert asked(walk) == [3, 8]
        walking.advise(walk, seat_of(walk, 8), by(8), "可以")
        assert asked(walk) == [2, 3]
    assert [seat.opinion for seat in walk.seats if seat.kind == SeatKind.ADVICE] == ["可以", "可以"]
    agree(walk, 2)
    agree(walk, 3)
    assert walk.approval.status == Status.APPROVED


class TestVotes:
    """One seat, one vote: whose seat it is counts, not who sits in it."""

    def test_a_stand_in_votes_for_the_absent_and_once_more_for_himself(self) -> None:
        walk = handed_in(route(VOTE))
        agree(walk, 3)
        assert walk.approval.status == Status.RUNNING
        agree(walk, 3, acting_for=4)
        assert walk.approval.status == Status.APPROVED
        voted = [(seat.person_id, seat.decided_by_id, seat.acting_for_id) for seat in walk.seats[1:3]]
        assert voted == [(3, 3, None), (4, 3, 4)], "each vote says who gave it and for whom"

    def test_what_who_left_has_voted_stands(self) -> None:
        walk = handed_in(route(VOTE), casting=Numbers())
        agree(walk, 3)
        assert walking.replace(walk, 3, 8, by(3)) == []
        agree(walk, 4)
        assert walk.approval.status == Status.APPROVED

    def test_a_successor_votes_in_place_of_who_left(self) -> None:
        walk = handed_in(route(VOTE))
        walking.replace(walk, 3, 8, by(3))
        agree(walk, 8)
        walking.refuse(walk, seat_of(walk, 4), by(4), "不同意")
        agree(walk, 5)
        assert walk.approval.status == Status.APPROVED

    def test_a_successor_who_votes_there_anyhow_has_one_vote_of_then_two(self) -> None:
        """Of three one has left to another: 60 of 100 of two votes are both."""
        walk = handed_in(route(VOTE))
        walking.replace(walk, 3, 4, by(3))
        agree(walk, 4)
        assert walk.approval.status == Status.RUNNING and asked(walk) == [5]
        walking.refuse(walk, seat_of(walk, 5), by(5), "不同意")
        assert walk.approval.status == Status.REFUSED


@pytest.mark.django_db
def test_in_parallel_stages_each_is_reminded_of_once_and_nobody_of_his_own(world: World) -> None:
    """The submitter reminds both; who has acted and is asked in one branch reminds the other; twice a day nobody."""
    office = Office(world)
    both = {
        "type": "parallel", "code": "p",
        "branches": [[office.stage("a", HE_WEI, FANG_QING)], [office.stage("b", LIU_QING)]],
    }  # fmt: skip
    paper = office.paper(office.stage("s", HE_WEI), both)
    office.agree(paper, HE_WEI)
    Notice.objects.all().delete()
    office.act("remind", HE_WEI, paper)
    told = set(Notice.objects.values_list("person_id", flat=True))
    assert told == {office.pk(FANG_QING), office.pk(LIU_QING)}
    for name in (LI_MIN, HE_WEI):
        assert "remind" not in policies.offered(office.actor(name), office.walk(paper))
        with refused("reminded_today", Conflict):
            office.act("remind", name, paper)
    office.later(days=1)
    office.act("suspend", LI_MIN, paper, reason="等材料")
    with refused("suspended", Conflict):
        office.act("remind", LI_MIN, paper)


@pytest.mark.django_db
def test_a_stage_that_names_a_leader_means_him(world: World) -> None:
    """Handed on to others who are named or upwards, not among the leadership: that the route would have to say."""
    office = Office(world)
    named = office.stage("a", CHEN_LI, fallback=["hewei"])
    paper = office.paper(named)
    walk = office.walk(paper)
    assert list(walking.takers(walk, walk.seats[-1], {office.pk(CHEN_LI)})) == []
    assert "reassign" not in policies.offered(office.actor(CHEN_LI), walk)
    free = office.paper({**named, "hand_on": "anybody"})
    assert "reassign" in policies.offered(office.actor(CHEN_LI), office.walk(free))
