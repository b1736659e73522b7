"""A stage that a rule prescribes is handed on only to who could be asked there, or up (M-16)."""

import pytest

from tests.approvals.routes import asked, by, handed_in, route, seat_of, stage
from tests.approvals.routes import test as condition
from tests.refusing import refused
from zhongshu.approvals import walking
from zhongshu.approvals.walking import Walk
from zhongshu.kernel.refusals import Forbidden

LARGE = {"title": "五万元以上须集体决策", "when": [condition("amount", ">=", 50000)], "stage": "meeting"}
LEADER, DEPUTY, ABOVE, ANYBODY = 5, 6, 105, 7


def paper(yuan: int) -> Walk:
    """Along a route whose meeting is prescribed for large sums; LEADER and DEPUTY can both be asked there."""
    meeting = stage("meeting", LEADER, DEPUTY, how="any", hand_on="anybody")
    return handed_in(route(meeting, prescriptions=[LARGE]), yuan)


def test_a_large_sum_is_not_handed_to_anybody() -> None:
    walk = paper(50000)
    with refused("prescribed_stage", Forbidden, match="五万元以上须集体决策"):
        walking.reassign(walk, seat_of(walk, LEADER), ANYBODY, by(LEADER))


def test_what_the_rule_does_not_mean_is() -> None:
    walk = paper(49999)
    walking.reassign(walk, seat_of(walk, LEADER), ANYBODY, by(LEADER))
    assert asked(walk) == [DEPUTY, ANYBODY]


@pytest.mark.parametrize("kind", ["up", "same duty"])
def test_it_goes_up_or_to_who_has_the_same_duty(kind: str) -> None:
    walk = handed_in(route(stage("meeting", LEADER), prescriptions=[LARGE]), 50000)
    walk.casting.posts = {LEADER: DEPUTY} if kind == "same duty" else {}  # type: ignore[attr-defined]
    to = ABOVE if kind == "up" else DEPUTY
    walking.reassign(walk, seat_of(walk, LEADER), to, by(LEADER))
    assert asked(walk) == [to]


def test_an_opinion_may_be_asked_of_anybody_who_may_hand_it_on() -> None:
    """委派 comes back: the leader decides himself."""
    walk = paper(50000)
    walking.delegate(walk, seat_of(walk, LEADER), ANYBODY, by(LEADER))
    walking.reassign(walk, seat_of(walk, ANYBODY), 8, by(ANYBODY))
    walking.advise(walk, seat_of(walk, 8), by(8), "可行")
    assert LEADER in asked(walk)
